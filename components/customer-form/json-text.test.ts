import { describe, expect, it } from "vitest";
import { jsonTextFault } from "./json-text";

describe("a text that should be JSON", () => {
  it.each(["{}", ' {"a": [1, -2.5e3, true, null, "\\u00e9\\n"], "b": {"c": []}} ', "[]"])("takes %s", (text) =>
    expect(jsonTextFault(text)).toBeUndefined(),
  );

  it.each([
    ['{"Region": "north",\n  Domain: "x"}', "at line 2, column 3 stands Domain where a name in double quotes belongs"],
    ['{"Region": "north"\n  "Domain": "x"}', 'at line 2, column 3 stands "Domain" where a comma or } belongs'],
    ['{"Region": "north",}', "at line 1, column 20 stands } where a name in double quotes belongs"],
    ['{"Region" "north"}', 'at line 1, column 11 stands "north" where a colon belongs'],
    ["{\"Region\": 'north'}", "at line 1, column 12 stands ' where a value belongs"],
    ['{"n": 01}', "at line 1, column 7 stands 01 where a value belongs"],
    ['{"n": "\\x"}', 'at line 1, column 7 stands "\\x" where a value belongs'],
    ["[1, 2}", "at line 1, column 6 stands } where a comma or ] belongs"],
    ["{} {}", "at line 1, column 4 stands { where nothing more belongs"],
    ['{"a": 1', "a comma or } is missing at its end"],
    ["{", "a name in double quotes is missing at its end"],
    ["", "a value is missing at its end"],
    ["\u00a0{}", "stands \u00a0 where a value belongs"],
  ])("says where %s ends to be it", (text, said) => expect(jsonTextFault(text)).toContain(said));

  it("finds something to say of whatever the browser refuses", () => {
    const text = '{"a": [1, {"b": "c\\n"}], "d": true}';
    for (let at = 0; at < text.length; at++) {
      for (const one of ["", "x", '"', "\n", "}", ",", "\t"]) {
        const spoilt = text.slice(0, at) + one + text.slice(at + 1);
        expect(jsonTextFault(spoilt), spoilt).not.toBe("must be JSON");
      }
    }
  });
});
