import { describe, expect, it } from "vitest";
import { ofDeletion, ofDisabling } from "./consequences";

const aws = { id: "1", name: "AWS" };
const stake = {
  running: [
    { provider: aws, kind: "servers", count: 2 },
    { provider: aws, kind: "servers", count: 1 },
    { provider: { id: "2", name: "Azure" }, kind: "volumes", count: 1 },
  ],
  keys: 1,
  domains: 0,
  accounts: 2,
};

describe("what an act does, in numbers", () => {
  it("says what a deletion takes and what it leaves running, one as one", () => {
    expect(ofDeletion(stake)).toEqual([
      { count: 3, label: "keep running at AWS: 3 servers" },
      { count: 1, label: "keeps running at Azure: 1 volume" },
      { count: 2, label: "provider accounts vanish from the portal" },
      { count: 1, label: "API key stops working at once" },
    ]);
  });

  it("says of many which a deletion leaves", () => {
    expect(ofDeletion({ running: [], keys: 0, domains: 0, accounts: 0, kept: 1 })).toEqual([
      { count: 1, label: "is a reseller's own account and stays" },
    ]);
  });

  it("takes nothing from who is disabled", () => {
    expect(ofDisabling(stake).map(({ label }) => label)).toEqual([
      "keep running at AWS: 3 servers",
      "keeps running at Azure: 1 volume",
      "API key keeps working",
    ]);
    expect(ofDisabling({ running: [], keys: 0, domains: 4, accounts: 4 })).toEqual([]);
  });
});
