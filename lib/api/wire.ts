import { z } from "zod";
import { isUuid } from "../core/ids";
import { type JsonLimits, jsonFault } from "../core/json";
import type { Issue } from "../core/problem";
import { isEmail, isPlain, isPlainProse, lengthOf, TEXT_LIMIT, tidy } from "../core/text";

const typeNames: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  date: "a date and time",
  null: "null",
};
const units: Record<string, string> = { string: " characters", array: " items", record: " keys" };

/** What zod's own checks find, in the manner of ours: words that go on from the name of the field. */
const told: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === null ? "is required" : `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length === 1 ? "" : "one of "}${issue.values.join(", ")}`;
    case "too_big":
      return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${units[issue.origin] ?? ""}`;
    case "too_small":
      return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${units[issue.origin] ?? ""}`;
    case "invalid_format":
      return issue.format === "datetime" ? "must be an instant, such as 2026-03-29T10:26:51Z" : "is not well formed";
    case "invalid_key":
      return "has a name that is not known";
    default:
      return "is not valid";
  }
};
z.config({ localeError: told });

/** Pieces that contracts are made of: each says what it accepts, and reports failures with a rule. */

type Check = (value: string) => { rule: Issue["rule"]; message: string } | undefined;

const checked = (schema: z.ZodString, ...checks: Check[]) =>
  schema.check((context) => {
    for (const check of checks) {
      const fault = check(context.value);
      if (!fault) continue;
      context.issues.push({
        code: "custom",
        input: context.value,
        message: fault.message,
        params: { rule: fault.rule },
      });
      return;
    }
  });

const filled: Check = (value) => (value === "" ? { rule: "missing", message: "must not be empty" } : undefined);
const plain: Check = (value) =>
  isPlain(value) ? undefined : { rule: "format", message: "must not contain control characters" };
const prose: Check = (value) =>
  isPlainProse(value) ? undefined : { rule: "format", message: "must not contain control characters" };
const upTo =
  (limit: number): Check =>
  (value) =>
    lengthOf(value) > limit ? { rule: "too_long", message: `must be at most ${limit} characters` } : undefined;
const unreserved: Check = (value) =>
  value === "self" || isUuid(value)
    ? { rule: "invalid", message: "must not be self or look like a UUID: both have a meaning in addresses" }
    : undefined;

const string = () => z.string().overwrite(tidy);

/** Optional in content: may be empty. Trimmed, NFC, no control characters. */
export const text = (limit = TEXT_LIMIT) => checked(string(), plain, upTo(limit)).meta({ maxLength: limit });

/** Must say something. */
export const filledText = (limit = TEXT_LIMIT) =>
  checked(string(), filled, plain, upTo(limit)).meta({ minLength: 1, maxLength: limit });

/** Line breaks allowed. */
export const longText = (limit = 10_000) => checked(string(), prose, upTo(limit)).meta({ maxLength: limit });

export const customerName = () =>
  checked(string(), filled, plain, upTo(TEXT_LIMIT), unreserved).meta({ minLength: 1, maxLength: TEXT_LIMIT });

/** May be empty where `required` is false. */
export const email = (required = true) =>
  checked(
    string(),
    (value) => (required ? filled(value) : undefined),
    plain,
    upTo(TEXT_LIMIT),
    (value) =>
      value === "" || isEmail(value)
        ? undefined
        : { rule: "format", message: "must be an e-mail address, such as name@example.com" },
  ).meta({ maxLength: TEXT_LIMIT });

/** A UUID in either case; lower case from here on. */
export const uuid = () =>
  checked(
    z.string().overwrite((value) => value.toLowerCase()),
    (value) => (isUuid(value) ? undefined : { rule: "format", message: "must be a UUID" }),
  ).meta({ format: "uuid" });

/** An instant of the domain; ISO 8601 with milliseconds and Z on the wire. */
export const instant = () =>
  z.codec(z.iso.datetime({ offset: true }), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString() as z.infer<z.ZodISODateTime>,
  });

/** As `instant`, to the second: `2020-03-29T10:26:51Z`. */
export const instantToSecond = () =>
  z.codec(z.iso.datetime({ offset: true }), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => `${date.toISOString().slice(0, 19)}Z`,
  });

/** As `instant`, the way Python prints it: `2017-10-05T19:26:17.588000+00:00`, without a fraction where there is none. */
export const pythonInstant = () =>
  z.codec(z.string().meta({ format: "date-time" }), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => {
      const text = date.toISOString();
      return text.endsWith(".000Z") ? `${text.slice(0, -5)}+00:00` : `${text.slice(0, -1)}000+00:00`;
    },
  });

/** Free-form JSON object of a caller's: bounded in keys, size and depth, before anything walks or copies it. */
export const jsonObject = (limits?: JsonLimits) =>
  z
    .unknown()
    .check(({ value, issues }) => {
      const message = typeof value === "object" && value !== null ? jsonFault(value, limits) : undefined;
      if (message) issues.push({ code: "custom", input: value, message, params: { rule: "range" } });
    })
    // It refuses by itself what is no object.
    .pipe(z.record(z.string(), z.json()) as z.ZodType<Record<string, z.core.util.JSONType>, unknown>)
    .meta({ type: "object", additionalProperties: true });

/** A whole number in a query string, in plain digits: what JavaScript takes for a number too, `1e2` and `0x10`, is none. */
export const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const message = `must be a whole number from ${min} to ${max}`;
  const digits = checked(z.string(message), (text) => (/^\d+$/.test(text) ? undefined : { rule: "type", message }));
  return digits
    .pipe(z.coerce.number<string>().int(message).min(min, message).max(max, message))
    .meta({ type: "integer", minimum: min, maximum: max });
};
