"use client";

import { useActionState, useCallback, useState } from "react";
import { FormProvider } from "react-hook-form";
import { bannerOf } from "@/components/form/banner";
import { placeProblem } from "@/components/form/problems";
import { faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { useUnsaved } from "@/components/form/use-unsaved";
import { useWrite } from "@/components/form/use-write";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { ApiProblem, call, isStale, late } from "@/lib/api/call";
import type { Customer } from "@/lib/api/portal/customers.contract";
import { detailsOf, differing, patchOf } from "./changes";
import { ConflictScreen } from "./conflict-screen";
import { Details } from "./customer-fields";
import { DeletedMeanwhile, type Deletion, deletionOf } from "./deleted";
import { type Choices, company, contact } from "./details";
import type { DetailValues, Posted } from "./values";

const contracts = late(() => import("@/lib/api/portal/customers.contract"));

const isMissing = (error: unknown) => error instanceof ApiProblem && error.status === 404;

/** A state of the customer that was saved. */
interface Saved {
  values: DetailValues;
  version: number;
  at: string;
}

const savedOf = ({ version, modified_at, ...customer }: Customer): Saved => ({
  values: detailsOf(customer),
  version,
  at: modified_at.toISOString(),
});

export function EditCustomer({
  id,
  saved: opened,
  choices,
  save: post,
}: {
  id: string;
  saved: Saved;
  choices: Choices;
  /** Saves the whole form: what it does by itself. */
  save: (before: Posted, form: FormData) => Promise<Posted>;
}) {
  const router = useRouter();
  const page = `/portal/customers/${id}`;
  const [posted, action] = useActionState(post, { values: opened.values, faults: {} });
  const [saved, setSaved] = useState(opened);
  /** What somebody else saved meanwhile; while it is there, both versions are shown. */
  const [theirs, setTheirs] = useState<Saved>();
  const [deletion, setDeletion] = useState<Deletion>();
  const check = useCallback(
    async (values: DetailValues) => faultsOf((await contracts()).updateCustomer, patchOf(saved.values, values)),
    [saved],
  );
  const form = useContractForm<DetailValues>(check, { faults: posted.faults });
  const mine = () => detailsOf(form.getValues());

  const save = useWrite({
    once: true,
    mutationFn: async ({ values, over }: { values: DetailValues; over: Saved }) => {
      const body = patchOf(over.values, values);
      if (Object.keys(body).length === 0) return null;
      return call((await contracts()).updateCustomer, { params: { id }, body, ifMatch: over.version });
    },
    onSuccess: (customer) => {
      if (customer) toast.success(`${customer.name} was saved`);
      else toast.info("Nothing was changed");
      router.push(page);
      router.refresh();
    },
    onError: async (error) => {
      if (isStale(error)) {
        setTheirs(savedOf(await call((await contracts()).showCustomer, { params: { id } })));
        return;
      }
      setTheirs(undefined);
      setDeletion(isMissing(error) ? await deletionOf(id) : undefined);
      placeProblem(form, error);
    },
  });
  // Until the customer's page is there, too.
  const saving = save.pending || save.saved !== undefined;
  useUnsaved(() => save.saved === undefined && differing(saved.values, mine()).length > 0);
  const general = posted.faults[""] ?? (isStale(save.error) ? undefined : bannerOf(save.error));
  const goOn = (customer: Customer) => {
    const restored = savedOf(customer);
    setDeletion(undefined);
    // Whoever deleted it may have changed it before.
    if (differing(saved.values, restored.values).length > 0) return setTheirs(restored);
    setSaved(restored);
    void save.write({ values: mine(), over: restored });
  };

  if (theirs) {
    return (
      <ConflictScreen
        key={theirs.version}
        base={saved.values}
        mine={mine()}
        theirs={theirs.values}
        savedAt={theirs.at}
        pending={saving}
        onSave={(values) => void save.write({ values, over: theirs })}
        onCancel={() => setTheirs(undefined)}
      />
    );
  }
  return (
    <FormProvider {...form}>
      <form
        noValidate
        action={action}
        onSubmit={form.handleSubmit(async () => void (await save.write({ values: mine(), over: saved })))}
        className="flex max-w-3xl flex-col gap-4"
      >
        <input type="hidden" name="version" value={saved.version} />
        {deletion && <DeletedMeanwhile id={id} deletion={deletion} onRestored={goOn} />}
        {general && !deletion && (
          <Alert tone="danger" title="The customer was not saved" live>
            {general}
          </Alert>
        )}
        <Card title="Company">
          <Details details={company} choices={choices} values={posted.values} />
        </Card>
        <Card title="Contact">
          <Details details={contact} choices={choices} values={posted.values} />
        </Card>
        <div className="flex flex-wrap justify-end gap-2">
          <LinkButton href={page}>Cancel</LinkButton>
          <SubmitButton pending={saving}>Save</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
