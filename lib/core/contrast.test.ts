import { expect, it } from "vitest";
import { contrastOf } from "./contrast";

it("measures contrast as WCAG does", () => {
  expect(contrastOf("#000000", "#ffffff")).toBe(21);
  expect(contrastOf("#ffffff", "#FFFFFF")).toBe(1);
  expect(contrastOf("#777777", "#ffffff")).toBe(4.47);
  expect(contrastOf("#ffffff", "#767676")).toBe(4.54);
});
