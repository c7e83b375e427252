import { describe, expect, it } from "vitest";
import { readMicrosoft } from "./microsoft";

/** cockpit.txt's own sample. */
const sample = {
  Domain: "TestDomain",
  CredentialsEmail: "test@email.com",
  AcceptedMCA: true,
  AgreementDate: "2022-12-28T00:00:00Z",
  KeepPrimaryInformation: true,
  FirstName: "Test",
  LastName: "Test",
  Email: "test@email.com",
  Phone: "921231231",
  DefaultCulture: "en-US",
  Language: "en",
  AssociatedPartnerId: null,
  Qualifications: [],
  EnableGDAP: true,
};

const faultyFields = (change: object) => readMicrosoft({ ...sample, ...change }).faults.map(({ path }) => path[0]);

describe("readMicrosoft", () => {
  it("takes the vendor's sample as it is", () => {
    expect(readMicrosoft(sample)).toEqual({ data: sample, faults: [] });
  });

  it("takes names in any case and leaves out what it does not know", () => {
    expect(readMicrosoft({ DOMAIN: " abc ", enablegdap: false, Colour: "red" })).toEqual({
      data: { Domain: "abc", EnableGDAP: false },
      faults: [],
    });
  });

  it.each([
    ["Domain", ["", "a".repeat(28), "a-b", "a.onmicrosoft.com", "é", 7, null]],
    ["CredentialsEmail", ["nobody", "a@b", 1]],
    ["Email", ["nobody", ""]],
    ["AcceptedMCA", ["true", 1]],
    ["AgreementDate", ["soon", "2022-02-30", "0000-01-01T00:00:00Z", "2022-13-01", 20221228, null]],
    ["FirstName", ["x".repeat(256), "a\u0000b", null]],
    ["Phone", ["1".repeat(31), 921231231]],
    ["DefaultCulture", ["en_US", "e", "?"]],
    ["Language", ["english please"]],
    ["Qualifications", ["Education", [1]]],
    ["EnableGDAP", ["yes"]],
  ])("names %s where it is wrong", (field, values) => {
    for (const value of values) expect(faultyFields({ [field]: value }), JSON.stringify(value)).toEqual([field]);
  });

  it.each([["a"], ["A1b2C3d4E5f6G7h8I9j0K1l2M3n"]])("takes %s as a domain", (Domain) => {
    expect(faultyFields({ Domain })).toEqual([]);
  });

  it("wants date, names and e-mail once the agreement is accepted, and not before", () => {
    const nobody = { AgreementDate: null, FirstName: "", LastName: undefined, Email: null };
    expect(faultyFields(nobody)).toEqual(["AgreementDate", "FirstName", "LastName", "Email"]);
    expect(faultyFields({ ...nobody, AcceptedMCA: false })).toEqual([]);
  });
});
