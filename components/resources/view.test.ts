import { describe, expect, it } from "vitest";
import { endOf, resourceHref, resourceViewOf } from "./view";

const now = new Date("2026-03-04T12:00:00Z");
const viewOf = (query: string) => {
  const asked = new URLSearchParams(query);
  return resourceViewOf((name) => asked.get(name) ?? undefined, now);
};

describe("the address of a customer's resources", () => {
  it("reads back what it writes", () => {
    const query = "?as_of=2025-12-31&kind=servers&ended=true&page=3";
    expect(resourceHref("/r", viewOf(query), { page: 3 })).toBe(`/r${query}`);
    expect(resourceHref("/r", viewOf(""))).toBe("/r");
  });

  it("begins another view at its first page", () => {
    expect(resourceHref("/r", viewOf("?kind=volumes&page=4"), { kind: "servers" })).toBe("/r?kind=servers");
  });

  it("shows today, and a day to come, as it is now", () => {
    for (const day of ["2026-03-04", "2031-01-01"]) expect(viewOf(`?as_of=${day}`).asOf).toBeUndefined();
  });

  it("takes no day, kind or page from what is none", () => {
    expect(viewOf("?as_of=2025-02-30&kind=toString&page=-2&from=tomorrow")).toEqual(viewOf(""));
  });
});

describe("the end of a day", () => {
  it("is its last instant, and never after now", () => {
    expect(endOf("2026-03-01", now)).toEqual(new Date("2026-03-01T23:59:59.999Z"));
    expect(endOf("2026-03-04", now)).toEqual(now);
    expect(endOf("2027-01-01", now)).toEqual(now);
    expect(endOf(undefined, now)).toEqual(now);
  });
});
