import { describe, expect, it } from "vitest";
import { nameOf, sentence, withoutEmpty } from "./names";

describe("names of fields", () => {
  it("reads a JSON pointer, with and without the fragment's #", () => {
    expect(nameOf("/accounts/0/data/Domain")).toBe("accounts.0.data.Domain");
    expect(nameOf("#/a~1b/c~0d")).toBe("a/b.c~d");
  });

  it("makes a sentence of what a contract says", () => {
    expect(sentence("Name", "must not be empty")).toBe("Name must not be empty.");
    expect(sentence("Role", "must be csp_admin or csp_viewer here")).toBe(
      "Role must be CSP administrator or CSP viewer here.",
    );
    expect(sentence("Name", "Choose another name.")).toBe("Choose another name.");
  });

  it("leaves out what was not filled in and keeps the places of a list", () => {
    const filled = {
      name: "Acme",
      tax_id: " ",
      margin: { rule: "", value: "" },
      accounts: [{}, { id: "b", on: false }],
    };
    expect(withoutEmpty(filled)).toEqual({ name: "Acme", accounts: [null, { id: "b", on: false }] });
  });
});
