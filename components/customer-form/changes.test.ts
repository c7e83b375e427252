import { describe, expect, it } from "vitest";
import { conflictsOf, detailsOf, patchOf } from "./changes";

const base = detailsOf({ name: "Acme", city: "Porto", email: "a@acme.example", external_id: "hub-1" });

describe("changes of a customer", () => {
  it("sends only what differs, and null for an external id that is gone", () => {
    expect(patchOf(base, { ...base, city: " Lisbon ", external_id: "" })).toEqual({
      city: "Lisbon",
      external_id: null,
    });
    expect(patchOf(base, { ...base, city: "Porto " })).toEqual({});
  });

  it("sends an empty text where a field was emptied", () => {
    expect(patchOf(base, { ...base, email: "" })).toEqual({ email: "" });
  });

  it("tells who of two has changed what", () => {
    const mine = { ...base, name: "Acme Ltd", city: "Lisbon", zip: "1" };
    const theirs = { ...base, name: "Acme SA", email: "b@acme.example", zip: "1" };
    const found = conflictsOf(base, mine, theirs).map(({ detail, changedBy }) => [detail.name, changedBy]);
    expect(found).toEqual([
      ["name", "both"],
      ["city", "me"],
      ["email", "them"],
    ]);
  });
});
