import { describe, expect, it } from "vitest";
import { matching, ofThisCustomer } from "./entries";

const id = "019365c4-8c00-71de-8ec1-4ef5a8c9bf53";

describe("the palette's entries", () => {
  it("are found by the beginnings of their words, in any order", () => {
    const entries = [{ label: "New customer" }, { label: "Customers" }, { label: "Groups & domains" }];
    const found = (asked: string) => matching(entries, asked).map(({ label }) => label);
    expect(found("cus n")).toEqual(["New customer"]);
    expect(found("CUSTOMER")).toEqual(["New customer", "Customers"]);
    expect(found("ustomer")).toEqual([]);
    expect(found("")).toHaveLength(3);
    expect(found("groups & dom")).toEqual(["Groups & domains"]);
  });

  it("are found by what they are known by beside their names", () => {
    const entries = [{ label: "Ana Silva", also: "ana@acme.example acme.example" }, { label: "Acme" }];
    const found = (asked: string) => matching(entries, asked).map(({ label }) => label);
    expect(found("acme")).toEqual(["Ana Silva", "Acme"]);
    expect(found("silva ana@a")).toEqual(["Ana Silva"]);
  });

  it("know the other pages of the customer at hand", () => {
    const here = ofThisCustomer(`/portal/customers/${id}/limits`).map(({ href }) => href);
    expect(here).toContain(`/portal/customers/${id}`);
    expect(here).toContain(`/portal/customers/${id}/resources`);
    expect(here).not.toContain(`/portal/customers/${id}/limits`);
    expect(ofThisCustomer("/portal/customers")).toEqual([]);
    expect(ofThisCustomer("/portal/customers/new")).toEqual([]);
  });
});
