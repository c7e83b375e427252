import { XMLParser } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { parse } from "yaml";
import { ask, created, good, resultOf, rootOf } from "@/lib/testing/cloudapi";
import { demo } from "@/lib/testing/demo";

const showcase = demo().customers.find(({ showcase }) => showcase)?.id ?? "";
const names = [
  "Smith & Sons <Ltd> \"quoted\" 'single' ]]>",
  "😀 مرحبا שלום é ﷽ \u202eright to left",
  "no",
  "2024-01-01",
  "=",
  "line\u2028paragraph\u2029separators",
  "- item: {a: [1]} # not a comment",
  "&amp; <!-- --> <?xml?>",
  "a\ufffeb\uffff",
];

describe("YAML", () => {
  it("says the root object in block style, in alphabetical order, without what is empty", async () => {
    const customerguid = await created({ name: "Blue Harbour Ltd", city: "Cork" });
    const { creationdate } = await rootOf(customerguid);
    expect(await resultOf("getYAML", { customerguid })).toBe(
      [
        "city: Cork",
        `creationdate: "${creationdate}"`,
        `guid: ${customerguid}`,
        "name: Blue Harbour Ltd",
        "registered: false",
        "status: CONFIGURED",
        "version: 1",
        "",
      ].join("\n"),
    );
  });

  it("says lists as blocks", async () => {
    const text = String(await resultOf("getYAML", { customerguid: showcase }));
    const root = await rootOf(showcase);
    expect(parse(text)).toMatchObject({ domains: root.domains, cloudusergroups: root.cloudusergroups });
    expect(text).toMatch(/^domains:\n {2}- /m);
    expect(Object.keys(parse(text))).toEqual(Object.keys(parse(text)).sort());
  });

  it.each(names)("survives the name %s, read as YAML 1.1 or 1.2", async (name) => {
    const customerguid = await created({ name: JSON.stringify(name), description: "two\nlines: here\n" });
    const text = String(await resultOf("getYAML", { customerguid }));
    for (const version of ["1.1", "1.2"] as const) {
      expect(parse(text, { version })).toMatchObject({
        name: name.replace(/[\ufffe\uffff]/g, "\ufffd"),
        description: "two\nlines: here",
      });
    }
  });
});

describe("XML", () => {
  let schema: string;

  beforeAll(async () => {
    schema = String(await resultOf("getXMLSchema", { customerguid: showcase }));
  });

  const faultsOf = async (xml: string): Promise<unknown> => {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "customer.xml", contents: xml }],
      schema: [schema],
    });
    return valid ? [] : errors.map(({ message }) => message);
  };

  it("validates against the schema that is served", async () => {
    for (const customerguid of [showcase, await created()]) {
      const xml = String(await resultOf("getXML", { customerguid }));
      expect(await faultsOf(xml)).toEqual([]);
    }
  });

  it("says what the root object says", async () => {
    const xml = String(await resultOf("getXML", { customerguid: showcase }));
    const root = await rootOf(showcase);
    const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });
    const { customer } = parser.parse(xml);
    expect(customer).toMatchObject({
      guid: showcase,
      name: root.name,
      country: root.country,
      registered: String(root.registered),
      version: String(root.version),
    });
    expect([customer.domains.domain].flat()).toEqual(root.domains);
    expect([customer.cloudusergroups.guid].flat()).toEqual(root.cloudusergroups);
  });

  it.each(names)("survives the name %s", async (name) => {
    const customerguid = await created({ name: JSON.stringify(name), description: "<b>&\r\n\ttwo" });
    const xml = String(await resultOf("getXML", { customerguid }));
    expect(await faultsOf(xml)).toEqual([]);
    const { customer } = new XMLParser({ parseTagValue: false, processEntities: true }).parse(xml);
    expect(customer.name).toBe(name.replace(/[\ufffe\uffff]/g, "\ufffd"));
    // A parser that keeps to the standard drops a carriage return that is not escaped.
    expect(xml).toContain("<description>&lt;b&gt;&amp;&#13;\n\ttwo</description>");
  });

  it("is refused by its schema where a field is missing or wrong", async () => {
    const xml = String(await resultOf("getXML", { customerguid: showcase }));
    expect(await faultsOf(xml.replace(/<city>.*<\/city>/, ""))).not.toEqual([]);
    expect(await faultsOf(xml.replace(/<status>\w+</, "<status>GONE<"))).not.toEqual([]);
    expect(await faultsOf(xml.replace(/<guid>[^<]+/, "<guid>1"))).not.toEqual([]);
  });

  it("is a method that only reads", async () => {
    expect((await good(ask("getXMLSchema", { customerguid: showcase }))).jobguid).toBeNull();
  });
});
