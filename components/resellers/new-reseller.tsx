"use client";

import { Details } from "@/components/customer-form/customer-fields";
import { type Choices, company, contact, type Detail } from "@/components/customer-form/details";
import type { DetailValues } from "@/components/customer-form/values";
import { CreateForm } from "@/components/form/create-form";
import { withoutEmpty } from "@/components/form/names";
import { faultsOf } from "@/components/form/use-contract-form";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import { resellerIn } from "@/lib/core/address";
import { resellerDetails } from "./details";

const contracts = late(() => import("@/lib/api/portal/resellers.contract"));

const isOfReseller = ({ name }: Detail) => resellerDetails.includes(name);
const check = async (values: DetailValues) => faultsOf((await contracts()).createReseller, withoutEmpty(values) ?? {});

/** A reseller, and the company of the customer that is its own account. */
export function NewReseller({ choices, post }: { choices: Choices; post: Post<DetailValues, { id: string }> }) {
  const router = useRouter();
  const posted = usePostedForm<DetailValues, { id: string; name?: string }>({
    values: {},
    check,
    // The contract has checked it; what it lacks the API tells.
    save: async (filled) => call((await contracts()).createReseller, { body: (withoutEmpty(filled) ?? {}) as never }),
    onSaved: ({ id, name }) => {
      const page = `/portal/resellers/${id}`;
      // Who looks at another one alone would not see it, and the whole page is loaded where that changes.
      if (resellerIn(location.search)) return location.assign(page);
      toast.success(`${name} was added`);
      router.push(page);
    },
    post,
  });
  return (
    <CreateForm
      of={posted}
      failed="The reseller was not added"
      cancel="/portal/resellers"
      submit="Add reseller"
      className="max-w-3xl"
    >
      <Card title="Company">
        <Details details={company.filter(isOfReseller)} choices={choices} values={posted.values} />
      </Card>
      <Card title="Contact">
        <Details details={contact.filter(isOfReseller)} choices={choices} values={posted.values} />
      </Card>
    </CreateForm>
  );
}
