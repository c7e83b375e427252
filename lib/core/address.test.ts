import { expect, it } from "vitest";
import { goingOn, resellerIn, switched } from "./address";

it("keeps the reseller in the links of a page, and out of all others", () => {
  expect(goingOn("/portal", "r1")).toBe("/portal?reseller=r1");
  expect(goingOn("/portal/customers?q=a%2Cb#top", "r1")).toBe("/portal/customers?q=a%2Cb&reseller=r1#top");
  expect(goingOn("?step=review", "r1")).toBe("?step=review&reseller=r1");
  expect(goingOn("/portal/keys?reseller=r2", "r1")).toBe("/portal/keys?reseller=r2");
  for (const other of ["/sign-in", "/portals", "/api/v1/customers.csv", "https://example.com/portal", "#content"])
    expect(goingOn(other, "r1")).toBe(other);
  expect(goingOn("/portal", undefined)).toBe("/portal");
});

it("leads to the same page for another reseller", () => {
  expect(switched("/portal/customers?q=x&cursor=c&reseller_id=r1&reseller=r1", "r2")).toBe(
    "/portal/customers?q=x&reseller=r2",
  );
  expect(switched("/portal/customers?reseller=r1", undefined)).toBe("/portal/customers");
});

it("reads the reseller of an address", () => {
  expect(resellerIn("/portal?q=a&reseller=r1#x")).toBe("r1");
  for (const none of [null, "/portal", "/portal?reseller=", "/portal#?reseller=r1x".slice(0, 8)])
    expect(resellerIn(none)).toBeUndefined();
});
