import { describe, expect, it } from "vitest";
import { Problem } from "@/lib/core/problem";
import { grant } from "@/lib/core/scope";
import { demo } from "@/lib/testing/demo";
import { resellerPrincipal } from "@/lib/testing/world";
import { setCustomerPartners } from "../associations/set";
import { listProvidersAllowedTo } from "../providers/read";
import { createReseller } from "../resellers/create";
import { getReseller, listResellers } from "../resellers/read";
import { renameReseller } from "../resellers/rename";
import { addAccount } from "./add";
import { allowProvider, disallowProvider } from "./allow";
import { onboardCustomer } from "./onboard";
import { accountsOf, belongingsOf } from "./read";
import { removeAccount } from "./remove";
import { updateData, updateMargins } from "./update";

const { providers, resellers } = demo();
const microsoft = providers.find(({ kind }) => kind === "microsoft")?.id ?? "";
const aws = providers.find(({ kind }) => kind === "aws")?.id ?? "";
const at = new Date("2026-03-01T10:00:00Z");
const principal = resellerPrincipal();
const scope = grant(principal, "customers:write", "customers:read", "accounts:write", "resellers:read");
const { resellerId: _, ...above } = principal;
const csp = grant({ ...above, level: "csp" }, "resellers:write", "resellers:read");

const onboarded = async () => {
  const accounts = [
    { providerId: microsoft, data: { Domain: "Harbour" }, margin: { rule: "markup", value: "5" } as const },
  ];
  const customer = await onboardCustomer(scope, { customer: { name: "Verbs" }, accounts }, at);
  return { customerId: customer.id, providerId: microsoft };
};
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error) =>
      error instanceof Problem ? (error.facts.issues?.map(({ path }) => path.join(".")) ?? error.code) : error,
  );

describe("provider accounts", () => {
  it("refuse a writer who has not seen the last change", async () => {
    const place = await onboarded();
    const margin = { rule: "margin", value: "7.5" } as const;
    expect(await updateMargins(scope, place, { margin }, at, 1)).toMatchObject({ version: 2, marginValue: "7.5" });
    expect(await codeOf(updateMargins(scope, place, { margin }, at, 1))).toBe("version.stale");
    expect(await codeOf(updateData(scope, place, { data: { Domain: "x" } }, at, 1))).toBe("version.stale");
    expect(await codeOf(removeAccount(scope, place, 1))).toBe("version.stale");
    expect(await removeAccount(scope, place, 2)).toMatchObject({ marginRule: "margin" });
    expect(await codeOf(removeAccount(scope, place))).toBe("resource.missing");
  });

  it("name what is wrong by the caller's own paths", async () => {
    const place = await onboarded();
    const margin = { rule: "margin", value: "100" } as const;
    expect(await codeOf(updateMargins(scope, place, { margin }, at))).toEqual(["margin.value"]);
    expect(await codeOf(updateData(scope, place, { data: { Domain: "a-b" } }, at))).toEqual(["data.Domain"]);
    const account = { providerId: aws, data: { a: { b: "\u0000" } }, offerTypeMargins: { license: margin } };
    expect(await codeOf(addAccount(scope, place.customerId, account, at))).toEqual([
      "offerTypeMargins.license.value",
      "data.a",
    ]);
    const accounts = [{ providerId: microsoft, data: {} }, account];
    expect(await codeOf(onboardCustomer(scope, { customer: { name: "No" }, accounts }, at))).toEqual([
      "accounts.0.data.Domain",
      "accounts.1.offerTypeMargins.license.value",
      "accounts.1.data.a",
    ]);
  });

  it("follow the agreement that new data tell of", async () => {
    const place = await onboarded();
    const accepted = {
      AcceptedMCA: true,
      AgreementDate: "2026-02-01",
      FirstName: "A",
      LastName: "B",
      Email: "a@b.example",
    };
    const data = { Domain: "Harbour", ...accepted };
    expect(await updateData(scope, place, { data }, at)).toMatchObject({
      agreementStatus: "customeraccepted",
      agreementDateAgreed: new Date("2026-02-01T00:00:00Z"),
      agreementSignatory: { firstName: "A", lastName: "B", email: "a@b.example", phone: "" },
    });
    const again = await updateData(scope, place, { data: { Domain: "Harbour" }, providerCustomerId: "t-1" }, at);
    expect(again).toMatchObject({ agreementStatus: "required", agreementSignatory: null, providerCustomerId: "t-1" });
  });

  it("can do without data at Microsoft only for a tenant that exists", async () => {
    const accounts = (providerCustomerId: string | null) => [{ providerId: microsoft, providerCustomerId }];
    const onboard = (id: string | null) =>
      onboardCustomer(scope, { customer: { name: "Linked" }, accounts: accounts(id) }, at);
    expect(await codeOf(onboard(null))).toEqual(["accounts.0.data.Domain"]);
    const customer = await onboard("f574cf12-a7d6-43fe-9663-1af97b04e5ab");
    expect((await accountsOf(scope, customer.id)).map(({ account }) => account.data)).toEqual([{}]);
  });
});

it("lets a customer use providers, and keeps those that it has accounts at", async () => {
  const { customerId } = await onboarded();
  const allowed = async () => (await listProvidersAllowedTo(scope, customerId)).map(({ id }) => id).sort();
  expect(await allowed()).toEqual([microsoft]);
  await allowProvider(scope, { customerId, providerId: aws }, at);
  await allowProvider(scope, { customerId, providerId: aws }, at);
  expect(await allowed()).toEqual([aws, microsoft].sort());
  await disallowProvider(scope, { customerId, providerId: aws });
  expect(await allowed()).toEqual([microsoft]);
  expect(await codeOf(disallowProvider(scope, { customerId, providerId: microsoft }))).toBe("resource.conflict");
  const unknown = providers.find(({ name }) => name === "Southport Private Cloud")?.id ?? "";
  expect(await codeOf(allowProvider(scope, { customerId, providerId: unknown }, at))).toEqual(["providerId"]);
});

it("replaces the partners of a customer", async () => {
  const { customerId } = await onboarded();
  const [, b, c] = resellers.filter(({ cspId }) => cspId === principal.cspId);
  const partners = async () =>
    (await belongingsOf(scope, [{ id: customerId }]))({ id: customerId }).partners.map((one) => [
      one.partnerId,
      one.name,
    ]);
  await setCustomerPartners(scope, customerId, [{ resellerId: b?.id ?? "", name: "B" }]);
  expect(await partners()).toEqual([[b?.id, "B"]]);
  const both = [
    { resellerId: b?.id ?? "", name: "Renamed" },
    { resellerId: c?.id ?? "", name: "" },
  ];
  await setCustomerPartners(scope, customerId, both);
  expect(Object.fromEntries(await partners())).toEqual({ [b?.id ?? ""]: "Renamed", [c?.id ?? ""]: "" });
  await setCustomerPartners(scope, customerId, []);
  expect(await partners()).toEqual([]);
});

describe("resellers", () => {
  it("are listed to their CSP, and to themselves alone", async () => {
    expect((await listResellers(csp)).length).toBeGreaterThan(2);
    expect((await listResellers(scope)).map(({ id }) => id)).toEqual([principal.resellerId]);
  });

  it("are renamed by one who has seen the last name", async () => {
    const { id } = await createReseller(csp, { name: "Old name" }, at);
    expect(await renameReseller(csp, id, "New name", at, 1)).toMatchObject({ name: "New name", version: 2 });
    expect(await codeOf(renameReseller(csp, id, "Newer name", at, 1))).toBe("version.stale");
    expect((await getReseller(csp, id)).name).toBe("New name");
    expect(await codeOf(getReseller(scope, id))).toBe("resource.missing");
  });
});
