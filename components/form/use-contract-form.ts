"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type FieldValues, type Resolver, type UseFormProps, type UseFormReturn, useForm } from "react-hook-form";
import { z } from "zod";

/** What is wrong with a field, in the API's words. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const required = ({ input }: { readonly input?: unknown }) => (input === undefined ? "is required" : undefined);

/** What a contract has against a body. */
export const faultsOf = (contract: { readonly body: z.ZodType | undefined }, body: unknown): readonly Fault[] =>
  contract.body?.safeParse(body, { error: required }).error?.issues ?? [];

/**
 * A form whose fields bear the names of its contract's body. `check` says what is wrong with what is filled in, most of
 * it by `faultsOf` the contract, so that an issue lands on its field whether the browser found it or the API did.
 */
export function useContractForm<V extends FieldValues>(
  check: (values: V) => readonly Fault[],
  options: Pick<UseFormProps<V>, "defaultValues" | "errors"> = {},
): UseFormReturn<V> {
  const schema = z.custom<V>().check((context) => {
    for (const { path, message } of check(context.value)) {
      context.issues.push({ code: "custom", input: context.value, path: [...path], message });
    }
  });
  const resolver = zodResolver(schema as z.ZodType<V, V>) as Resolver<V>;
  return useForm<V>({ resolver, mode: "onTouched", shouldFocusError: false, ...options });
}
