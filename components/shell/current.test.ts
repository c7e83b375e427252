import { describe, expect, it } from "vitest";
import { currentHref } from "./current";

const places = [{ href: "/portal", exact: true }, { href: "/portal/customers" }, { href: "/portal/customers/new" }];

describe("currentHref", () => {
  it("is the page itself", () => {
    expect(currentHref("/portal", places)).toBe("/portal");
    expect(currentHref("/portal/customers", places)).toBe("/portal/customers");
  });

  it("is the section of a page below it, the deepest where several hold", () => {
    expect(currentHref("/portal/customers/0193/limits", places)).toBe("/portal/customers");
    expect(currentHref("/portal/customers/new", places)).toBe("/portal/customers/new");
  });

  it("takes neither a longer word nor a page below an exact place", () => {
    expect(currentHref("/portal/customers-deleted", places)).toBeUndefined();
    expect(currentHref("/portal/audit", places)).toBeUndefined();
  });
});
