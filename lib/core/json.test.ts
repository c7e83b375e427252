import { describe, expect, it } from "vitest";
import { jsonFault, mergePatch } from "./json";

/** RFC 7396, appendix A: those whose patch and result are objects. */
const cases: [unknown, Record<string, unknown>, unknown][] = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe("mergePatch", () => {
  it.each(cases)("merges %j with %j", (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it("leaves the prototype alone", () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(Object.keys(merged)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  });
});

describe("jsonFault", () => {
  const keys = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, i]));
  const nested = (n: number): object => (n === 0 ? {} : { a: nested(n - 1) });

  it("tells what is too much, and nothing of what just fits", () => {
    expect(jsonFault(keys(100))).toBeUndefined();
    expect(jsonFault(keys(101))).toMatch(/100 keys/);
    expect(jsonFault(nested(19))).toBeUndefined();
    expect(jsonFault(nested(20))).toMatch(/deeper than 20/);
    const frame = '{"a":""}'.length;
    expect(jsonFault({ a: "x".repeat(64 * 1024 - frame) })).toBeUndefined();
    expect(jsonFault({ a: "x".repeat(64 * 1024 - frame + 1) })).toMatch(/65536 bytes/);
    expect(jsonFault({ a: "é".repeat(40_000) })).toMatch(/65536 bytes/);
    for (const text of ['{"__proto__": 1}', '{"a": [{"__proto__": {}}]}']) {
      expect(jsonFault(JSON.parse(text))).toMatch(/__proto__/);
    }
  });
});
