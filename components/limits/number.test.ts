import { expect, it } from "vitest";
import { numberFrom, wholeFrom } from "./number";

it("reads numbers as people write them", () => {
  expect(["0", " 40 ", "007"].map(wholeFrom)).toEqual([0, 40, 7]);
  expect(["12.5", "-3"].map(numberFrom)).toEqual([12.5, -3]);
});

it("takes none from a program's notation, or from what is no number", () => {
  for (const text of ["", " ", "1e3", "0x10", "0b1", "Infinity", "1,000", "ten"]) {
    expect([numberFrom(text), wholeFrom(text)]).toEqual([undefined, undefined]);
  }
  expect(wholeFrom("1.5")).toBeUndefined();
});
