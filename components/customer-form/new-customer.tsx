"use client";

import { lazy, Suspense, useActionState, useCallback, useMemo, useRef, useState } from "react";
import { FormProvider, useFormState } from "react-hook-form";
import { namesIn, placeProblem } from "@/components/form/problems";
import { UnplacedFaults } from "@/components/form/unplaced-faults";
import { checked, useContractForm } from "@/components/form/use-contract-form";
import { useHydrated } from "@/components/form/use-hydrated";
import { useWrite } from "@/components/form/use-write";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Loading } from "@/components/ui/loading";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { TimeAgo } from "@/components/ui/values";
import { call, late } from "@/lib/api/call";
import { bodyOf } from "./body";
import { Details } from "./customer-fields";
import { type Choices, company, contact, emptyDetails } from "./details";
import { Duplicates } from "./duplicates";
import { StepList } from "./step-list";
import { type Step, stepLabels, stepOf, steps } from "./steps";
import { useDraft } from "./use-draft";
import { useSteps } from "./use-steps";
import type { CustomerValues, Posted, ProviderOption } from "./values";

const later = late(() => import("./later-steps"));
const LaterSteps = lazy(later);
const contracts = late(() => import("@/lib/api/portal/customers.contract"));

export function NewCustomer({
  providers,
  choices,
  draftOwner,
  create,
}: {
  providers: readonly ProviderOption[];
  choices: Choices;
  /** Whose draft it is, where several people use one browser. */
  draftOwner: string;
  /** Creates a customer of the first step alone: what the form does by itself. */
  create: (before: Posted, form: FormData) => Promise<Posted>;
}) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [posted, post] = useActionState(create, { values: emptyDetails, faults: {} });
  const check = useMemo(() => async (values: CustomerValues) => (await later()).check(providers)(values), [providers]);
  const form = useContractForm<CustomerValues>(check, {
    defaultValues: { accounts: [] },
    faults: posted.faults,
  });
  const { errors } = useFormState({ control: form.control });
  const { step, heading, go, goTo } = useSteps();
  const here = useCallback((name: string) => stepOf(name) === step, [step]);
  const draft = useDraft(form, draftOwner);
  const wrong = namesIn(errors);

  const save = useWrite({
    once: true,
    mutationFn: async (values: CustomerValues) => call((await contracts()).createCustomer, { body: bodyOf(values) }),
    onSuccess: ({ id, name }) => {
      draft.clear();
      toast.success(`${name} was created`);
      // Back does not lead into a form that was sent.
      router.replace(`/portal/customers/${id}`);
    },
    onError: async (error) => {
      const { whereWritten } = await later();
      goTo(placeProblem(form, error, "", (faults) => whereWritten(form.getValues(), faults)));
    },
  });

  /** Marks what is wrong with the fields that `counts`; true where nothing is. */
  const passes = async (counts: (name: string) => boolean): Promise<boolean> => {
    const faults = (await checked(check, form.getValues())).map(({ path, message }) => ({
      name: path.join("."),
      message,
    }));
    const held = faults.filter(({ name }) => counts(name));
    for (const { name, message } of held) form.setError(name as never, { type: "contract", message });
    goTo(held.map(({ name }) => name));
    return held.length === 0;
  };
  const [passed, setPassed] = useState<ReadonlySet<Step>>(new Set());
  const asked = useRef(false);
  const onward = async () => {
    if (asked.current) return;
    asked.current = true;
    if (step === "review") {
      if (await passes(() => true)) await save.write(form.getValues());
    } else if (await passes(here)) {
      setPassed(new Set([...passed, step]));
      go(steps[steps.indexOf(step) + 1] ?? "review");
    }
    asked.current = false;
  };

  const general = posted.faults[""] ?? (save.error && wrong.length === 0 ? save.error.message : undefined);
  const isFirst = step === "company" || step === "contact";
  const last = step === "review";
  // Until the customer's page is there, too.
  const saving = save.pending || save.saved !== undefined;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        data-draft
        action={post}
        onSubmit={(event) => {
          event.preventDefault();
          void onward();
        }}
        className="grid gap-4 lg:grid-cols-[11rem_minmax(0,1fr)]"
      >
        <div className="min-w-0 lg:sticky lg:top-16 lg:self-start">
          <StepList current={step} wrong={new Set(wrong.map(stepOf))} passed={passed} onGo={go} />
        </div>
        <div className="flex min-w-0 max-w-3xl flex-col gap-4">
          {draft.restoredFrom && (
            <Alert
              tone="accent"
              live
              action={
                <Button size="sm" onClick={draft.startOver}>
                  Start over
                </Button>
              }
            >
              Your draft from <TimeAgo value={draft.restoredFrom} /> is back. It is kept on this device only.
            </Alert>
          )}
          {general && (
            <Alert tone="danger" title="The customer was not created" live>
              {general}
            </Alert>
          )}
          <h2 ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
            {stepLabels[step]}
            <span className="ml-2 font-normal text-muted">
              step {steps.indexOf(step) + 1} of {steps.length}
            </span>
          </h2>
          <UnplacedFaults counts={here} />
          {step === "company" && <Details details={company} choices={choices} values={posted.values} />}
          {step === "contact" && <Details details={contact} choices={choices} />}
          {(isFirst || last || step === "providers") && !save.saved && <Duplicates />}
          <Suspense fallback={<Loading label="Loading the step" />}>
            {!isFirst && <LaterSteps step={step} providers={providers} choices={choices} onGo={go} />}
          </Suspense>
          <div className="flex flex-wrap justify-between gap-2 border-t pt-4">
            {step === "company" ? (
              <span />
            ) : (
              <Button onClick={() => go(steps[steps.indexOf(step) - 1] ?? "company")}>Back</Button>
            )}
            <SubmitButton
              pending={saving}
              // The second click of a double click on Continue is no wish to create.
              onClick={(event) => last && event.detail > 1 && event.preventDefault()}
            >
              {last ? "Create customer" : hydrated ? "Continue" : "Save and continue"}
            </SubmitButton>
          </div>
        </div>
      </form>
    </FormProvider>
  );
}
