import { expect, it } from "vitest";
import { hrefOf, viewOf } from "./view";

it("filters by reseller only where more than one is looked at", () => {
  const shown = (query: string) => hrefOf(viewOf(new URLSearchParams(query)));
  expect(shown("status=ACTIVE&reseller_id=r1")).toBe("/portal/customers?status=ACTIVE&reseller_id=r1");
  expect(shown("status=ACTIVE&reseller_id=r1&reseller=r2")).toBe("/portal/customers?status=ACTIVE");
});
