import { expect, it } from "vitest";
import { fold, nfc, sortKey, tidy } from "./text";

it("puts letters with marks into one spelling", () => {
  expect(tidy(" e\u0301 ")).toBe("é");
  expect(nfc("a\u0301\u0323")).toBe(nfc("a\u0323\u0301"));
  expect(tidy(`${"e\u0301 ".repeat(2000)}`)).toBe(`${"é ".repeat(2000)}`.trim());
});

it("leaves as they are as many marks as fit into a name", () => {
  const piled = `a${"\u0323".repeat(127)}${"\u0301".repeat(127)}`;
  expect(nfc(piled)).toBe(piled.normalize("NFC"));
});

it("comes to an end with a megabyte of marks, in a form that stays as it is", () => {
  const piled = `a${"\u0301\u0323".repeat(250_000)}`;
  const once = nfc(piled);
  expect(once.normalize("NFC")).toBe(once);
  expect(nfc(once)).toBe(once);
  expect(fold(piled)).toBe(once);
  expect(sortKey(piled)).toBe("a");
});

it("cuts what lists are ordered by between letters", () => {
  expect(sortKey("😀".repeat(300))).toBe("😀".repeat(255));
});
