import { expect, it } from "vitest";
import { checkSameOrigin, cookieOf } from "./headers";
import { localPath } from "./local-path";

const request = (method: string, headers: Record<string, string>) => ({
  method,
  header: (name: string) => headers[name],
});

it.each([
  ["a program", {}],
  ["our page", { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" }],
  ["the address bar", { "sec-fetch-site": "none" }],
  ["an old browser on our page", { origin: "http://localhost:3000" }],
  ["our page at another name", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
])("takes a write of %s", (_who, headers) => {
  expect(() => checkSameOrigin(request("POST", headers))).not.toThrow();
});

it.each([
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["another host of our site", { "sec-fetch-site": "same-site", origin: "http://x.localhost" }],
  ["an old browser elsewhere", { origin: "https://evil.example", host: "localhost:3000" }],
  ["a sandbox", { origin: "null", host: "localhost:3000" }],
])("refuses a write of %s, and lets it read", (_who, headers) => {
  expect(() => checkSameOrigin(request("DELETE", headers))).toThrow("another site");
  expect(() => checkSameOrigin(request("GET", headers))).not.toThrow();
});

it("reads a cookie by its whole name", () => {
  const header = "xa=1; a=b=c; a=2; broken";
  expect(["a", "xa", "broken", "none"].map((name) => cookieOf(header, name))).toEqual([
    "b=c",
    "1",
    undefined,
    undefined,
  ]);
  expect(cookieOf(undefined, "a")).toBeUndefined();
});

it.each([
  ["/portal/customers?q=a%20b&sort=name", "/portal/customers?q=a%20b&sort=name"],
  ["/portal/../portal/keys", "/portal/keys"],
  ["http://localhost:3000/portal/keys", "/portal/keys"],
  ["http://localhost:3000//evil.example", "/portal"],
  ["http://localhost:3000.evil.example/", "/portal"],
  ["//evil.example", "/portal"],
  ["/\\evil.example", "/portal"],
  ["/\t/evil.example", "/portal"],
  ["/.//evil.example", "/portal"],
  ["https://evil.example/", "/portal"],
  ["javascript:alert(1)", "/portal"],
  ["/sign-in?next=/sign-in", "/portal"],
  [["/a", "/b"], "/portal"],
  ["/portal/customers?q=a&_rsc=1x2y", "/portal/customers?q=a"],
  ["/portal/keys?_rsc=1x2y", "/portal/keys"],
  [undefined, "/portal"],
])("goes back from %j to %s", (asked, path) => {
  expect(localPath(asked)).toBe(path);
});
