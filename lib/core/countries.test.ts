import countries from "i18n-iso-countries";
import { expect, it } from "vitest";
import { countryCodes, countryName, countryOf } from "./countries";

it("knows every country by the name that it gives it", () => {
  for (const code of countryCodes) expect(countryOf(countryName(code).toUpperCase())).toBe(code);
});

it("knows every other name that the list of countries has", () => {
  const names = countries.getNames("en", { select: "all" });
  const wrong = Object.entries(names).flatMap(([code, all]) =>
    all.filter((name) => countryOf(name) !== code && !(code === "CD" && name === "Congo")),
  );
  expect(wrong).toEqual([]);
});

it.each([
  ["Viet Nam", "VN"],
  ["Cabo Verde", "CV"],
  ["Holy See", "VA"],
  ["Holy See (the)", "VA"],
  ["Bolivia (Plurinational State of)", "BO"],
  ["Iran (Islamic Republic of)", "IR"],
  ["Venezuela (Bolivarian Republic of)", "VE"],
  ["Tanzania, United Republic of", "TZ"],
  ["Tanzania (the United Republic of)", "TZ"],
  ["Republic of Moldova", "MD"],
  ["Korea (Republic of)", "KR"],
  ["Korea (the Democratic People's Republic of)", "KP"],
  ["Democratic People’s Republic of Korea", "KP"],
  ["Korea", undefined],
  ["Congo", "CG"],
  ["Congo (the)", "CG"],
  ["Congo (the Democratic Republic of the)", "CD"],
  ["Democratic Republic of Congo", "CD"],
  ["United Kingdom of Great Britain and Northern Ireland", "GB"],
  ["Virgin Islands (U.S.)", "VI"],
  ["Virgin Islands (British)", "VG"],
  ["US Virgin Islands", "VI"],
  ["Virgin Islands", undefined],
  ["Saint Helena, Ascension and Tristan da Cunha", "SH"],
  ["St Kitts & Nevis", "KN"],
  ["St. Martin", "MF"],
  ["Saint Martin (French part)", "MF"],
  ["Sint Maarten (Dutch part)", "SX"],
  ["Falkland Islands (the) [Malvinas]", "FK"],
  ["Micronesia (Federated States of)", "FM"],
  ["Macau", "MO"],
  ["The Bahamas", "BS"],
  ["Gambia (the)", "GM"],
  ["The United States of America", "US"],
  ["East Timor", "TL"],
  ["Burma", "MM"],
  ["Swaziland", "SZ"],
  ["Republic of Ireland", "IE"],
  ["Kingdom of the Netherlands", "NL"],
  ["the Kingdom of Spain", "ES"],
  ["Republic of China", "TW"],
  ["People's Republic of China", "CN"],
  ["Dominican Republic", "DO"],
  ["Cote d’Ivoire", "CI"],
  ["Ireland 5", undefined],
  ["Republic of", undefined],
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
