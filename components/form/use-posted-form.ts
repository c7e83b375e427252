"use client";

import { type FormEventHandler, useActionState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { bannerOf } from "./banner";
import { placeProblem } from "./problems";
import { type Check, useContractForm } from "./use-contract-form";
import { useWrite } from "./use-write";

/** What a form comes back with when it was sent before its scripts were there. */
export interface PostedForm<V, R = never> {
  values: V;
  /** What was wrong, by the names of the fields; under "" what belongs to none. */
  faults: Readonly<Record<string, string>>;
  /** What came of it, where the form stays to show it. */
  saved?: R;
}

/** The same of a form of one field. */
export interface PostedText {
  text?: string;
  fault?: string;
}

export type PostText = (before: PostedText, form: FormData) => Promise<PostedText>;

export type Post<V, R = never> = (before: PostedForm<V, R>, form: FormData) => Promise<PostedForm<V, R>>;

interface Options<V, R> {
  values: V;
  /** Must stay the same function. */
  check: Check<V>;
  /** Asks whether what is filled in is meant, and goes on where it is. */
  ask?: (values: V) => Promise<boolean>;
  /** Makes the call. */
  save: (values: V) => Promise<R>;
  onSaved?: (saved: R) => void;
  /** What the form does by itself. */
  post: Post<V, R>;
  /** It can be sent again after it was saved; any other makes one thing. */
  again?: boolean;
}

interface FormOf<V extends FieldValues, R> {
  form: UseFormReturn<V>;
  /** For the `form`. */
  bind: { action: (form: FormData) => void; onSubmit: FormEventHandler<HTMLFormElement> };
  /** For the fields' `defaultValue`: what stands in them from the first paint on. */
  values: V;
  /** What is wrong and belongs to no field. */
  fault: string | undefined;
  saved: R | undefined;
  pending: boolean;
}

/** A form that one call of the API saves, and that its own action saves while the scripts have not arrived. */
export function usePostedForm<V extends FieldValues, R>({
  values,
  check,
  ask,
  save,
  onSaved,
  post,
  again = false,
}: Options<V, R>): FormOf<V, R> {
  // The action gives back what it was given; only its own state is kept here.
  const [posted, action] = useActionState<PostedForm<V, R>, FormData>(post as never, { values, faults: {} });
  const form = useContractForm<V>(check, { faults: posted.faults });
  const saving = useWrite<R, V>({
    once: !again,
    mutationFn: save,
    onSuccess: (saved) => onSaved?.(saved),
    onError: (error) => void placeProblem(form, error),
  });
  const unplaced = posted.faults[""];
  return {
    form,
    bind: {
      action,
      onSubmit: form.handleSubmit(
        async (filled) => void ((!ask || (await ask(filled))) && (await saving.write(filled))),
        // What the last try came to is no news of this one.
        () => saving.error && saving.reset(),
      ),
    },
    values: posted.values,
    fault: bannerOf(saving.error) ?? (saving.saved === undefined && !saving.pending ? unplaced : undefined),
    saved: saving.saved ?? posted.saved,
    pending: saving.pending,
  };
}
