import { z } from "zod";
import { instantOf } from "../../core/time";
import { uuid, wholeNumber } from "../wire";

/** Several values in one parameter, with commas between. */
export const listOf = <T extends z.ZodType<string, string>>(one: T) =>
  z.codec(z.string().min(1), z.array(one).max(100), {
    decode: (text) => text.split(",") as z.input<T>[],
    encode: (values) => values.join(","),
  });

/** `true` or `false` in a query. */
export const flag = () =>
  z.codec(z.enum(["true", "false"]), z.boolean(), {
    decode: (text) => text === "true",
    encode: (value) => (value ? "true" : "false"),
  });

/** A date or an instant from 1900 on, of UTC where it names no zone. */
export const moment = () =>
  z.codec(z.string(), z.date(), {
    decode: (text, context) => {
      const found = instantOf(text);
      if (found) return found;
      const message = "must be a date or an instant, such as 2026-03-29T10:26:51Z";
      context.issues.push({ code: "custom", input: text, message, params: { rule: "format" } });
      return z.NEVER;
    },
    encode: (date) => date.toISOString(),
  });

/** A decimal of at most 4 places, as a string: no float touches money. */
export const decimal = () =>
  z
    .string()
    .regex(/^\d{1,7}(\.\d{1,4})?$/, "must be a number of at least 0 with at most 4 decimals")
    .meta({ examples: ["12.5"] });

export const cursor = () => z.string().max(2000);

export const limit = () => wholeNumber({ min: 1, max: 200 }).default(50);

/** What a page of a list says beside its items. */
export const paging = {
  next: z.string().nullable().meta({ description: "Cursor of the following page; null at the end" }),
  previous: z.string().nullable().meta({ description: "Cursor of the page before; null at the beginning" }),
};

/** Of things that are changed one by one and seen together. */
export const collectionVersion = () => z.int().meta({ description: "Of all of them: each change raises it" });

export const id = z.strictObject({ id: uuid() });

/** One customer's id in the path. */
export const customerId = z.strictObject({ customer_id: uuid() });

export const named = z.object({ id: z.string(), name: z.string() });

/** Headers of replies. */
export const etag = { ETag: "The version, for If-Match" };
export const cookie = { "Set-Cookie": "The session that goes on" };
export const location = { Location: "The path of the new one" };
export const attachment = { "Content-Disposition": "The name of the file" };
