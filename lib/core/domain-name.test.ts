import { describe, expect, it } from "vitest";
import { domainName } from "./domain-name";

const label = "a".repeat(63);

describe("domainName", () => {
  it.each([
    ["example.com", "example.com"],
    [" Shop.EXAMPLE.com. ", "shop.example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["BU\u0308CHER.example", "xn--bcher-kva.example"],
    ["例え。テスト", "xn--r8jz45g.xn--zckzah"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["a-b.1und1.de", "a-b.1und1.de"],
    [`${label}.${label}.${label}.${"b".repeat(61)}`, `${label}.${label}.${label}.${"b".repeat(61)}`],
  ])("%s is %s", (text, name) => expect(domainName(text)).toBe(name));

  it.each([
    "",
    ".",
    "localhost",
    "a..b",
    ".example.com",
    "-a.com",
    "a-.com",
    "a_b.com",
    "*.example.com",
    "1.2.3.4",
    "0x7f.1",
    "[::1]",
    "a.com/path",
    "a.com:80",
    "user@a.com",
    "%41.com",
    "a.com?x",
    "a.com#x",
    "a\\b.com",
    "exa mple.com",
    "a.com\u0000",
    `${label}a.com`,
    `${"\u4e00".repeat(300_000)}.com`,
    `${label}.${label}.${label}.${"b".repeat(62)}`,
  ])("%j is no domain", (text) => expect(domainName(text)).toBeUndefined());
});
