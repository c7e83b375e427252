import { z } from "zod";
import { ConcurrencyPanel } from "@/components/limits/concurrency-panel";
import type { ValueSchema } from "@/components/limits/control";
import { PlanForm } from "@/components/limits/plan-form";
import { SettingForm } from "@/components/limits/setting-form";
import { Card } from "@/components/ui/card";
import { NoPermission } from "@/components/ui/states";
import { listPlans, listSettings, showConcurrency } from "@/lib/api/portal/limits.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { CONCURRENCY_LIMIT, isSettingName, settingKinds } from "@/lib/core/settings";
import { clock } from "@/lib/core/time";
import { ask } from "../../../../ask";
import { Missing } from "../../../../missing";
import { type CustomerPageProps, customerOf } from "../../customer";
import { saveLimit, savePlan } from "./actions";

export const metadata = { title: "Limits" };

export default async function LimitsPage({ params }: CustomerPageProps) {
  const principal = await pagePrincipal();
  if (!may(principal, "settings:read")) return <NoPermission need="see limits" />;
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const of = { params: { customer_id: customer.id } };
  const [limit, settings, plans] = await Promise.all([
    ask(showConcurrency, of),
    ask(listSettings, of),
    ask(listPlans, {}),
  ]);
  const mayWrite = may(principal, "settings:write");
  const others = settings.items.filter(({ name }) => name !== CONCURRENCY_LIMIT);
  return (
    <div className="flex flex-col gap-4">
      <ConcurrencyPanel
        customer={{ id: customer.id, name: customer.name }}
        first={{ data: limit, at: clock().getTime() }}
        mayWrite={mayWrite}
        post={saveLimit.bind(null, customer.id)}
      />
      <PlanForm
        key={customer.version}
        customer={customer}
        plans={plans.items}
        mayWrite={may(principal, "customers:write")}
        post={savePlan.bind(null, customer.id)}
      />
      {others.length > 0 && (
        <Card title="Other settings">
          <div className="divide-y">
            {others.map((setting) => (
              <SettingForm
                key={setting.name}
                customerId={customer.id}
                setting={setting}
                schema={schemaOf(setting.name)}
                mayWrite={mayWrite}
              />
            ))}
          </div>
        </Card>
      )}
    </div>
  );
}

/** The registry's schema as JSON, which a control is chosen by. */
const schemaOf = (name: string): ValueSchema =>
  // zod's own types of JSON schemas are wider than what a control looks at.
  isSettingName(name) ? (z.toJSONSchema(settingKinds[name].schema) as ValueSchema) : {};
