"use client";

import { useRouter } from "next/navigation";
import { useActionState, useCallback, useState } from "react";
import { FormProvider } from "react-hook-form";
import { bannerOf } from "@/components/form/banner";
import { PostForm } from "@/components/form/post-form";
import { placeProblem } from "@/components/form/problems";
import { faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { useWrite } from "@/components/form/use-write";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { call, isStale, late } from "@/lib/api/call";
import { detailsOf, patchOf } from "./changes";
import { ConflictScreen } from "./conflict-screen";
import { Details } from "./customer-fields";
import { type Choices, company, contact } from "./details";
import type { DetailValues, Posted } from "./values";

const contracts = late(() => import("@/lib/api/portal/customers.contract"));

/** A state of the customer that was saved. */
interface Saved {
  values: DetailValues;
  version: number;
  at: string;
}

export function EditCustomer({
  id,
  saved,
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
  const [posted, action] = useActionState(post, { values: saved.values, faults: {} });
  /** What somebody else saved meanwhile; while it is there, both versions are shown. */
  const [theirs, setTheirs] = useState<Saved>();
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
        const { version, modified_at, ...customer } = await call((await contracts()).showCustomer, { params: { id } });
        setTheirs({ values: detailsOf(customer), version, at: modified_at.toISOString() });
        return;
      }
      setTheirs(undefined);
      placeProblem(form, error);
    },
  });
  // Until the customer's page is there, too.
  const saving = save.pending || save.saved !== undefined;
  const general = posted.faults[""] ?? (isStale(save.error) ? undefined : bannerOf(save.error));

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
      <PostForm
        action={action}
        onSubmit={form.handleSubmit(async () => void (await save.write({ values: mine(), over: saved })))}
        className="flex max-w-3xl flex-col gap-4"
      >
        <input type="hidden" name="version" value={saved.version} />
        {general && (
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
      </PostForm>
    </FormProvider>
  );
}
