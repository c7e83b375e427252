import { expect, it } from "vitest";
import { formOf, targetOf } from "./http";

it.each([
  ["/v3/ping?a=http://x/y", "/v3/ping?a=http://x/y"],
  ["http://localhost:3000/v3/ping?a=b", "/v3/ping?a=b"],
  ["HTTPS://portal.example", "/"],
  ["http://portal.example?a=b", "/?a=b"],
  ["*", "/*"],
])("finds the path and query in the target %s", (target, expected) => {
  expect(targetOf(target)).toBe(expected);
});

it("reads a megabyte of one name", () => {
  expect(formOf("a&".repeat(512 * 1024)).a).toHaveLength(512 * 1024);
});
