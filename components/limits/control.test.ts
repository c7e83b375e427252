import { describe, expect, it } from "vitest";
import { z } from "zod";
import { controlOf, textOf, type ValueSchema, valueFrom } from "./control";

const of = (schema: z.ZodType) => controlOf(z.toJSONSchema(schema) as ValueSchema);

describe("controls of settings", () => {
  it("are chosen by the registry's schema alone", () => {
    expect(of(z.int().min(0).max(10))).toEqual({ kind: "number", min: 0, max: 10, step: "1" });
    expect(of(z.number()).kind).toBe("number");
    expect(of(z.boolean())).toEqual({ kind: "switch" });
    expect(of(z.enum(["eu", "na"]))).toEqual({ kind: "choice", options: ["eu", "na"] });
    expect(of(z.string().max(20))).toEqual({ kind: "text", maxLength: 20 });
    expect(of(z.object({ a: z.string() }))).toEqual({ kind: "json" });
  });

  it("give back what they were filled with", () => {
    for (const [schema, value] of [
      [z.int(), 12],
      [z.boolean(), true],
      [z.enum(["eu", "na"]), "eu"],
      [z.string(), "a, b"],
      [z.array(z.string()), ["a"]],
    ] as const) {
      const control = of(schema);
      expect(valueFrom(control, textOf(control, value))).toEqual(value);
    }
  });

  it("tell what is no value", () => {
    expect(valueFrom(of(z.int()), "many")).toBeUndefined();
    expect(valueFrom(of(z.int()), " ")).toBeUndefined();
    expect(valueFrom(of(z.array(z.string())), "[")).toBeUndefined();
  });
});
