"use client";

import { toNestErrors } from "@hookform/resolvers";
import { useEffect, useMemo, useRef } from "react";
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import { focusWithFaults } from "./focus";
import { errorsOf, namesIn } from "./problems";

/** What is wrong with a field, in the API's words. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Says what is wrong with what is filled in; most of it by `faultsOf` a contract, which is fetched for that. */
export type Check<V> = (values: V) => Promise<readonly Fault[]>;

const required = ({ input }: { readonly input?: unknown }) => (input === undefined ? "is required" : undefined);

/** What a contract has against a body. */
export const faultsOf = (contract: { readonly body: z.ZodType | undefined }, body: unknown): readonly Fault[] =>
  contract.body?.safeParse(body, { error: required }).error?.issues ?? [];

/** Without the rules it is the API that says what is wrong. */
export const checked = async <V>(check: Check<V>, values: V): Promise<readonly Fault[]> =>
  check(values).catch(() => []);

/** The first fault of each field. */
function nested(faults: readonly Fault[]): FieldErrors {
  const messages = new Map(faults.toReversed().map(({ path, message }) => [path.join("."), message]));
  return Object.fromEntries([...messages].map(([name, message]) => [name, { type: "contract", message }]));
}

/**
 * A form whose fields bear the names of its contract's body. `check` must stay the same function; an issue lands on its
 * field whether the browser found it or the API did.
 */
export function useContractForm<V extends FieldValues>(
  check: Check<V>,
  {
    defaultValues,
    faults,
  }: {
    defaultValues?: DefaultValues<V>;
    /** What was found before the scripts were there, by the names of the fields. */
    faults?: Readonly<Record<string, string>>;
  } = {},
): UseFormReturn<V> {
  const resolver = useMemo<Resolver<V>>(
    () => async (values, _, options) => {
      const found = await checked(check, values);
      return found.length > 0 ? { values: {}, errors: toNestErrors(nested(found), options) } : { values, errors: {} };
    },
    [check],
  );
  const errors = useMemo(() => faults && errorsOf<V>(faults), [faults]);
  const form = useForm<V>({
    resolver,
    // Not when a field is left: an error that appears under the pointer moves the button away before it is clicked.
    mode: "onSubmit",
    // It would be the first that was registered: a field that came later may stand above it.
    shouldFocusError: false,
    ...(defaultValues && { defaultValues }),
    ...(errors && { errors }),
  });

  // The rules are fetched with the first change, so that they are there when the form is sent.
  const { subscribe } = form;
  useEffect(() => {
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        stop();
        void checked(check, values);
      },
    });
    return stop;
  }, [subscribe, check]);

  // While the rules of a first try are fetched, a second one is the same try.
  const busy = useRef(false);
  const handleSubmit: typeof form.handleSubmit = (onValid, onInvalid) => async (event) => {
    event?.preventDefault();
    if (busy.current) return;
    busy.current = true;
    await form
      .handleSubmit(onValid, (errors, event) => {
        focusWithFaults(namesIn(errors));
        return onInvalid?.(errors, event);
      })(event)
      .finally(() => {
        busy.current = false;
      });
  };
  return { ...form, handleSubmit };
}
