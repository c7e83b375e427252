import { describe, expect, it } from "vitest";
import { adviceOn } from "@/components/form/advice";
import { dataFields, idFields } from "./provider-fields";

describe("advice on what is written otherwise than usual", () => {
  type Kind = keyof typeof dataFields;
  const on = (kind: Kind, field: string, value: unknown) => {
    const advice = field === "id" ? idFields[kind].advice : dataFields[kind].find(({ name }) => name === field)?.advice;
    return advice && adviceOn(value, advice);
  };

  it.each<[Kind, string, string[], string[]]>([
    ["aws", "id", ["012345678901", " 012345678901 ", ""], ["01234567890", "1234-5678-9012", "acme"]],
    ["aws", "Alias", ["acme-prod", "a1b"], ["Acme", "ab", "-acme", "acme--prod", "012345678901", "a".repeat(64)]],
    ["aws", "Region", ["us-east-1", "us-gov-west-1", "ap-southeast-2"], ["Frankfurt", "eu-central", "eu_central_1"]],
    ["azure", "id", ["F574CF12-a7d6-43fe-9663-1af97b04e5ab"], ["contoso.onmicrosoft.com", "f574cf12"]],
    ["azure", "SubscriptionName", ["Acme production (2)"], ["a<b", "a".repeat(65)]],
    ["azure", "Region", ["westeurope", "eastus2"], ["West Europe", "eu-central-1"]],
    ["microsoft", "id", ["f574cf12-a7d6-43fe-9663-1af97b04e5ab"], ["f574cf12a7d643fe96631af97b04e5ab"]],
    ["microsoft", "AssociatedPartnerId", ["6123456"], ["MPN 6123456"]],
    ["openstack", "id", ["0123456789abcdef0123456789abcdef", "default"], ["0123", "acme"]],
    ["openstack", "Domain", ["acme"], ["a".repeat(65)]],
    ["openstack", "Region", ["Ormuco EU"], ["a".repeat(256)]],
  ])("%s %s", (kind, field, usual, odd) => {
    expect(usual.filter((value) => on(kind, field, value))).toEqual([]);
    expect(odd.filter((value) => !on(kind, field, value))).toEqual([]);
  });
});
