"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { type DefaultValues, type FieldValues, type Resolver, type UseFormReturn, useForm } from "react-hook-form";
import { z } from "zod";
import { errorsOf } from "./problems";

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
  {
    defaultValues,
    faults,
  }: {
    defaultValues?: DefaultValues<V>;
    /** What was found before the scripts were there, by the names of the fields. */
    faults?: Readonly<Record<string, string>>;
  } = {},
): UseFormReturn<V> {
  const resolver = useMemo(() => {
    const schema = z.custom<V>().check((context) => {
      for (const { path, message } of check(context.value)) {
        context.issues.push({ code: "custom", input: context.value, path: [...path], message });
      }
    });
    return zodResolver(schema as z.ZodType<V, V>) as Resolver<V>;
  }, [check]);
  const errors = useMemo(() => faults && errorsOf<V>(faults), [faults]);
  return useForm<V>({
    resolver,
    // Not when a field is left: an error that appears under the pointer moves the button away before it is clicked.
    mode: "onSubmit",
    shouldFocusError: false,
    ...(defaultValues && { defaultValues }),
    ...(errors && { errors }),
  });
}
