import { afterEach, expect, it, vi } from "vitest";
import { allOf, applyToAll } from "./bulk";

afterEach(() => vi.unstubAllGlobals());

const many = (count: number) => new Map(Array.from({ length: count }, (_, i) => [`id-${i}`, `Name ${i}`]));
const answer = (json: unknown, status = 200) => new Response(JSON.stringify(json), { status });

/** Answers each call in turn. */
function answering(...answers: ((sent: { url: string; body: { ids: string[] } }) => Response)[]) {
  const next = answers.values();
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string | null }) => {
    const answered = next.next().value;
    if (!answered) throw new Error(`one call too many: ${url}`);
    return answered({ url, body: JSON.parse(body ?? "{}") });
  });
}
const done = ({ body }: { body: { ids: string[] } }) =>
  answer({
    done: body.ids.length,
    failed: 0,
    results: body.ids.map((id) => ({ id, ok: true, code: null, detail: null })),
  });
const refused = () => answer({ status: 500, code: "internal", detail: "Something went wrong here." }, 500);

it("keeps what was done when a later call fails, and says of the rest that it was not", async () => {
  answering(done, refused);
  const progress: number[] = [];
  const outcomes = await applyToAll(many(450), { do: "delete" }, (count) => progress.push(count));
  expect(outcomes).toHaveLength(450);
  expect(outcomes.filter(({ fault }) => fault === undefined)).toHaveLength(200);
  expect(outcomes[200]).toEqual({ id: "id-200", name: "Name 200", fault: "Something went wrong here." });
  expect(progress).toEqual([200]);
});

it("fails as a whole where nothing was done", async () => {
  answering(refused);
  await expect(applyToAll(many(3), { do: "restore" }, () => {})).rejects.toThrow("Something went wrong here.");
});

it("finds everything that a filter finds, over all pages", async () => {
  answering(
    () => answer({ items: [{ id: "a", name: "A" }], next: "c1" }),
    ({ url }) => {
      expect(url).toContain("cursor=c1");
      expect(url).toContain("q=x");
      return answer({ items: [{ id: "b", name: "B" }], next: null });
    },
  );
  expect([...(await allOf({ method: "GET", path: "/list" }, { q: "x" }))]).toEqual([
    ["a", "A"],
    ["b", "B"],
  ]);
});
