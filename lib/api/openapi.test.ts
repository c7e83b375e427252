import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { documentNamed } from "./documents";
import { routers } from "./surfaces";

interface Operation {
  operationId: string;
  security?: object[];
  parameters: {
    name: string;
    in: string;
    required: boolean;
    description?: string;
    schema?: { type?: string };
    content?: object;
  }[];
  responses: Record<string, { headers?: object; content: Record<string, { examples: object }> | undefined }>;
  requestBody?: { content: Record<string, object> };
}
const names = Object.keys(routers);

const documentOf = (name: string) =>
  documentNamed(`${name}.json`) as { paths: Record<string, Record<string, Operation>> };
const operationsOf = (name: string) =>
  Object.values(documentOf(name).paths).flatMap((methods) => Object.values(methods));

describe.each(names)("the OpenAPI document of %s", (name) => {
  const document = documentOf(name);
  const operations = operationsOf(name);

  it("passes a public linter", async () => {
    const config = await createConfig({ extends: ["recommended"] });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });

  it("names every operation once", () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("shows the body of every failure, and an example of every request's body", () => {
    for (const { operationId, responses, requestBody } of operations) {
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < 400) continue;
        for (const media of Object.values(response.content ?? {})) {
          expect(Object.keys(media.examples).length, `${operationId} ${status}`).toBeGreaterThan(0);
        }
      }
      for (const media of Object.values(requestBody?.content ?? {}))
        expect(media, operationId).toHaveProperty("examples");
    }
  });

  it("says which headers a call sends, and how it fails without them", () => {
    const { headers = {}, problems = [], correlationHeader } = routers[name as keyof typeof routers].surface;
    for (const { operationId, parameters, responses, security } of operations) {
      const sent = parameters.filter((parameter) => parameter.in === "header");
      expect(sent.filter(({ required }) => !required).map((one) => one.name.toLowerCase())).toContain(
        correlationHeader,
      );
      if (security?.length === 0) continue;
      expect(sent.filter(({ required }) => required).map((one) => one.name)).toEqual(
        Object.keys(headers).filter((header) => !headers[header]?.optional),
      );
      expect(sent.map((one) => one.name)).toEqual(expect.arrayContaining(Object.keys(headers)));
      const codes = Object.values(responses).flatMap(({ content = {} }) =>
        Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples)),
      );
      expect(codes, operationId).toEqual(expect.arrayContaining([...problems]));
      if (responses[429]) expect(responses[429].headers, operationId).toHaveProperty("Retry-After");
    }
  });

  it("says that an object in a query is JSON", () => {
    for (const { operationId, parameters } of operations) {
      for (const { name, schema, content } of parameters) {
        expect(schema?.type, `${operationId} ${name}`).not.toBe("object");
        if (!schema) expect(content).toHaveProperty(["application/json", "schema"]);
      }
    }
  });

  it("knows no placeholder that is not filled", () => {
    const text = JSON.stringify(Object.values(document.paths).map((methods) => Object.values(methods)));
    expect(text.match(/"\{[a-zA-Z]+\}"/g) ?? []).toEqual([]);
  });
});

it.each(names.filter((name) => name !== "portal"))("the document of %s says what every parameter means", (name) => {
  const silent = operationsOf(name).flatMap(({ operationId, parameters }) =>
    parameters.filter(({ description }) => !description).map((parameter) => `${operationId} ${parameter.name}`),
  );
  expect(silent).toEqual([]);
});

it("says of a number in a query where it begins and ends, and what it is where it is not given", () => {
  const pageSize = { type: "integer", minimum: 1, maximum: 2000, default: 25 };
  const list = operationsOf("cockpit").find(({ operationId }) => operationId === "listCustomers");
  expect(list?.parameters.find(({ name }) => name === "pageSize")?.schema).toMatchObject(pageSize);
});

it("answers undefined for a surface that there is none of", () => expect(documentNamed("nobody.json")).toBeUndefined());
