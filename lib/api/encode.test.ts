import { describe, expect, it } from "vitest";
import { z } from "zod";
import { encoderOf } from "./encode";
import { instant, instantToSecond } from "./wire";

const at = new Date("2026-03-29T10:26:51.250Z");

describe("a reply on its way to the wire", () => {
  it("is spelled as z.encode spells it, wherever the codec stands", () => {
    const schema = z.object({
      list: z.array(z.object({ at: instant(), to: instantToSecond().nullable() })),
      by: z.record(z.string(), instant().optional()),
      either: z.union([z.object({ kind: z.literal("a"), at: instant() }), z.object({ kind: z.literal("b") })]),
    });
    const reply = {
      list: [
        { at, to: null },
        { at, to: at },
      ],
      by: { x: at },
      either: { kind: "a" as const, at },
    };
    expect(encoderOf(schema)(reply)).toEqual(z.encode(schema, reply));
    expect(JSON.stringify(encoderOf(schema)(reply))).toContain('"to":"2026-03-29T10:26:51Z"');
  });

  it("loses what its contract does not name, and is refused where it is not what the contract says", () => {
    const schema = z.object({ name: z.string(), at: instant() });
    expect(encoderOf(schema)({ name: "Acme", at, secret: "s" })).toEqual({ name: "Acme", at: at.toISOString() });
    expect(() => encoderOf(schema)({ name: 1, at })).toThrow();
    expect(() => encoderOf(schema)({ name: "Acme", at: "today" })).toThrow();
  });
});
