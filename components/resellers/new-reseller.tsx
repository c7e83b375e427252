"use client";

import { useRouter } from "next/navigation";
import { FormProvider } from "react-hook-form";
import { Details } from "@/components/customer-form/customer-fields";
import { type Choices, company, contact, type Detail } from "@/components/customer-form/details";
import type { DetailValues } from "@/components/customer-form/values";
import { withoutEmpty } from "@/components/form/names";
import { faultsOf } from "@/components/form/use-contract-form";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/call";
import { createReseller } from "@/lib/api/portal/resellers.contract";
import { resellerDetails } from "./details";

const isOfReseller = ({ name }: Detail) => resellerDetails.includes(name);
const check = (values: DetailValues) => faultsOf(createReseller, withoutEmpty(values) ?? {});

/** A reseller, and the company of the customer that is its own account. */
export function NewReseller({ choices, post }: { choices: Choices; post: Post<DetailValues, { id: string }> }) {
  const router = useRouter();
  const { form, bind, values, fault, pending, saved } = usePostedForm<DetailValues, { id: string; name?: string }>({
    values: {},
    check,
    // The contract has checked it; what it lacks the API tells.
    save: (filled) => call(createReseller, { body: (withoutEmpty(filled) ?? {}) as never }),
    onSaved: ({ id, name }) => {
      toast.success(`${name} was added`);
      router.push(`/portal/resellers/${id}`);
    },
    post,
  });
  return (
    <FormProvider {...form}>
      <form {...bind} className="flex max-w-3xl flex-col gap-4">
        {fault && (
          <Alert tone="danger" title="The reseller was not added" live>
            {fault}
          </Alert>
        )}
        <Card title="Company">
          <Details details={company.filter(isOfReseller)} choices={choices} values={values} />
        </Card>
        <Card title="Contact">
          <Details details={contact.filter(isOfReseller)} choices={choices} values={values} />
        </Card>
        <div className="flex flex-wrap justify-end gap-2">
          <LinkButton href="/portal/resellers">Cancel</LinkButton>
          <SubmitButton pending={pending || saved !== undefined}>Add reseller</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
