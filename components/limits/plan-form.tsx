"use client";

import { useActionState, useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import { useHydrated } from "@/components/form/use-hydrated";
import type { PostText } from "@/components/form/use-posted-form";
import { ValueConflict } from "@/components/form/value-conflict";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Select } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { Customer } from "@/lib/api/portal/customers.contract";

const contracts = late(() => import("@/lib/api/portal/customers.contract"));

interface Plan {
  id: string;
  name: string;
  concurrency: number | null;
}

const planText = ({ name, concurrency }: Plan) =>
  `${name}: ${concurrency === null ? "unlimited calls" : `${formatNumber(concurrency)} calls at a time`}`;

/** The billing plan, which limits the calls where the customer's own limit does not. */
export function PlanForm({
  customer,
  plans,
  mayWrite,
  post,
}: {
  customer: Pick<Customer, "id" | "version" | "billing_plan_id">;
  plans: readonly Plan[];
  mayWrite: boolean;
  /** What the form does by itself. */
  post: PostText;
}) {
  const router = useRouter();
  const params = { id: customer.id };
  const hydrated = useHydrated();
  const [posted, action] = useActionState(post, {});
  const [chosen, setChosen] = useState(posted.text ?? customer.billing_plan_id ?? "");
  const nameOf = (id: string | null) => plans.find((plan) => plan.id === id)?.name ?? "No plan";
  const guarded = useGuarded<Pick<Customer, "version" | "billing_plan_id">, string>({
    save: async (planId, version) =>
      call((await contracts()).updateCustomer, { params, body: { billing_plan_id: planId || null }, ifMatch: version }),
    load: async () => call((await contracts()).showCustomer, { params }),
    versionOf: ({ version }) => version,
    onSaved: ({ billing_plan_id }) => {
      toast.success("The billing plan was saved", { description: nameOf(billing_plan_id) });
      router.refresh();
    },
  });
  const { conflict } = guarded;
  return (
    <Card title="Billing plan" description="What the customer pays for; it may limit the calls at a time.">
      {mayWrite ? (
        <form
          action={action}
          className="flex flex-wrap items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            guarded.write(chosen, customer.version);
          }}
        >
          <input type="hidden" name="version" value={customer.version} />
          <Field label="Plan" required error={guarded.fault ?? posted.fault} className="w-72">
            {(control) => (
              <Select
                {...control}
                required={false}
                name="plan"
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
                placeholder="No plan"
                options={plans.map((plan) => ({ value: plan.id, label: planText(plan) }))}
              />
            )}
          </Field>
          <div className="pt-6">
            <SubmitButton
              variant="secondary"
              pending={guarded.pending}
              disabled={hydrated && chosen === (customer.billing_plan_id ?? "")}
            >
              Change plan
            </SubmitButton>
          </div>
        </form>
      ) : (
        <p>{nameOf(customer.billing_plan_id)}</p>
      )}
      {conflict && (
        <ValueConflict
          what="this customer"
          theirs={nameOf(conflict.theirs.billing_plan_id)}
          mine={nameOf(conflict.mine || null)}
          pending={guarded.pending}
          onMine={conflict.keepMine}
          onTheirs={() => {
            setChosen(conflict.theirs.billing_plan_id ?? "");
            conflict.keepTheirs();
            router.refresh();
          }}
        />
      )}
    </Card>
  );
}
