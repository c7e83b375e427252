import { expect, it } from "vitest";
import { countryCodes, countryName, countryOf } from "./countries";

it("knows every country by the name that it gives it", () => {
  for (const code of countryCodes) expect(countryOf(countryName(code).toUpperCase())).toBe(code);
});

it.each([
  [" ireland ", "IE"],
  ["ie", "IE"],
  ["Irl", "IE"],
  ["USA", "US"],
  ["Turkey", "TR"],
  ["Curacao", "CW"],
  ["São Tomé and Príncipe", "ST"],
  ["Atlantis", undefined],
  ["", undefined],
  ["é".repeat(500_000), undefined],
])("takes %.20j for %j", (text, code) => {
  expect(countryOf(text)).toBe(code);
});
