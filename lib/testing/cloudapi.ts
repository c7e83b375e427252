import { expect } from "vitest";
import { routers } from "../api/surfaces";
import { call, type Reply } from "./call";
import { type Caller, headersOf } from "./world";

const BASE = "/appserver/rest/cloud_api_customer";

export interface Envelope {
  jobguid: string | null;
  result: unknown;
}

type Arguments = Record<string, string>;

/** Calls a method of the cloudapi surface by GET, in the reseller's name unless said otherwise. */
export const ask = (method: string, args: Arguments = {}, caller: Caller = "reseller"): Promise<Reply> =>
  call(routers.cloudapi, {
    url: `${BASE}/${method}?${new URLSearchParams(args)}`,
    headers: headersOf("cloudapi", caller),
  });

/** By POST, with an object as JSON or a text as a form. */
export const post = (method: string, body: unknown, query = ""): Promise<Reply> =>
  call(routers.cloudapi, {
    method: "POST",
    url: `${BASE}/${method}${query}`,
    headers: {
      ...headersOf("cloudapi", "reseller"),
      ...(typeof body === "string" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
    },
    body,
  });

/** The envelope of a reply that is good. */
export const good = async (reply: Reply | Promise<Reply>): Promise<Envelope> => {
  const { status, text, json } = await reply;
  expect(status, text).toBe(200);
  return json as Envelope;
};

export const resultOf = async (method: string, args: Arguments = {}, caller?: Caller): Promise<unknown> =>
  (await good(ask(method, args, caller))).result;

/** A new customer's guid. */
export const created = async (args: Arguments = {}): Promise<string> =>
  String(await resultOf("create", { name: "Blue Harbour Ltd", ...args }));

export const rootOf = async (guid: string): Promise<Record<string, unknown>> =>
  JSON.parse(String(await resultOf("getObject", { rootobjectguid: guid })));

/** Asserts a failure's status and code, and answers its exception. */
export async function refused(reply: Promise<Reply>, status: number, code: number): Promise<string> {
  const { status: was, text, json } = await reply;
  expect([was, json], text).toEqual([
    status,
    { error: true, code, message: expect.any(String), exception: expect.any(String) },
  ]);
  return (json as { exception: string }).exception;
}
