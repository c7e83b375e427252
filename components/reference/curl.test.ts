import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { documentNamed } from "@/lib/api/documents";
import { routers } from "@/lib/api/surfaces";
import { curlOf, exampleUrl } from "./curl";
import { type ApiDocument, byTag, operationsOf, schemaOf } from "./document";
import { membersOf, typeText } from "./schema";

const BASE = "https://portal.example";
const documents = Object.keys(routers).map((name) => ({
  name,
  // Made by `documentOf`, of which these are the parts that are read here.
  document: documentNamed(`${name}.json`) as unknown as ApiDocument,
}));

/** What a shell makes of a command: its words, one a line. */
const wordsOf = (command: string): string[] =>
  execFileSync("sh", ["-c", `${command.replace(/^curl/, "printf '%s\\0'")}`], {
    env: { ...process.env, API_KEY: "XI00", EMAIL: "a@example.com", PASSWORD: "it's", SESSION: "ours" },
    encoding: "utf8",
  })
    .split("\0")
    .slice(0, -1);

describe.each(documents)("the reference of $name", ({ document }) => {
  it("lists every operation under a tag", () => {
    const listed = byTag(document).flatMap(({ operations }) => operations.map(({ operationId }) => operationId));
    expect(listed.toSorted()).toEqual(
      operationsOf(document)
        .map(({ operationId }) => operationId)
        .toSorted(),
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("has a command for each operation that a shell takes apart into the example's own call", () => {
    for (const operation of operationsOf(document)) {
      const words = wordsOf(curlOf(document, operation, BASE));
      const url = exampleUrl(operation, BASE);
      expect(URL.canParse(url), url).toBe(true);
      expect(url).not.toMatch(/[{}]/);
      expect(words).toContain(url);
      if (operation.method !== "GET") expect(words.slice(0, 2)).toEqual(["-X", operation.method]);
      if (operation.security?.length !== 0)
        expect(words.join(" ")).toMatch(/XI00|a@example\.com:it's|portal-session=ours/);
      for (const { name, in: place, required } of operation.parameters ?? []) {
        if (place === "header" && required) expect(words.join("\n")).toContain(`\n${name}: `);
      }
      const data = words[words.indexOf("-d") + 1];
      if (words.includes("-d") && words.includes("Content-Type: application/json")) {
        expect(JSON.parse(data ?? "")).toEqual(
          Object.values(Object.values(operation.requestBody?.content ?? {})[0]?.examples ?? {})[0]?.value,
        );
      }
    }
  });

  it("names the type of every parameter and of every reply", () => {
    for (const { parameters = [], responses } of operationsOf(document)) {
      for (const schema of parameters.map(schemaOf)) {
        expect(typeText(schema, { document, root: schema })).not.toBe("");
      }
      for (const { content = {} } of Object.values(responses)) {
        for (const { schema } of Object.values(content)) {
          expect(typeText(schema, { document, root: schema })).not.toBe("");
        }
      }
    }
  });
});

describe("schemas", () => {
  const root = { $defs: { Tree: { type: "object", properties: { inner: { $ref: "#/$defs/Tree" } } } } } as const;
  const refs = { document: { components: { securitySchemes: {}, schemas: {} } }, root };

  it("reads as a person would say it", () => {
    expect(typeText({ anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] }, refs)).toBe(
      "string (uuid) or null",
    );
    expect(typeText({ type: "array", items: { enum: ["a", 1] } }, refs)).toBe('array of ("a" or 1)');
    expect(typeText({ type: ["string", "null"] }, refs)).toBe("string or null");
  });

  it("follows a schema that holds itself one step at a time", () => {
    const tree = { $ref: "#/$defs/Tree" };
    const [inner] = membersOf(tree, refs);
    expect(inner?.name).toBe("inner");
    expect(membersOf(inner!.schema, refs)).toEqual([inner]);
  });
});
