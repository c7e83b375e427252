import { describe, expect, it } from "vitest";
import { whereWritten } from "./raw";

describe("faults of data that are written as JSON", () => {
  const domain = { name: "accounts.0.data.Domain", message: "is required" };
  const values = (raw?: string) => ({ accounts: [{ raw }] });

  it("land on the text, each with its name", () => {
    const faults = [
      { name: "name", message: "is required" },
      domain,
      { name: "accounts.0.data.a.data.b", message: "must be a text" },
      { name: "accounts.0.data", message: "must have at most 100 keys" },
    ];
    expect(whereWritten(values("{}"), faults)).toEqual([
      { name: "name", message: "is required" },
      {
        name: "accounts.0.raw",
        message: "Domain is required. a.data.b must be a text. Provider data must have at most 100 keys.",
      },
    ]);
    expect(whereWritten({ account: { raw: "{}" } }, [{ ...domain, name: "account.data.Domain" }])).toEqual([
      { name: "account.raw", message: "Domain is required." },
    ]);
  });

  it("stay where the data are written in fields", () => expect(whereWritten(values(), [domain])).toEqual([domain]));
});
