import { describe, expect, it } from "vitest";
import { readFile } from "./read-file";

describe("the text of a file", () => {
  it("is UTF-8 where it can be, and Windows' Latin where it cannot", async () => {
    expect(await readFile(new Blob(["Łódź"]))).toBe("Łódź");
    expect(await readFile(new Blob([new Uint8Array([0x4b, 0xf6, 0x6c, 0x6e])]))).toBe("Köln");
  });
});
