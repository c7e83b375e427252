"use client";

import { useActionState, useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import type { PostText } from "@/components/form/use-posted-form";
import { ChangeConflict, namesOf } from "@/components/form/value-conflict";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyId } from "@/components/ui/copy-id";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EmptyState } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { TimeAgo } from "@/components/ui/values";
import { ApiProblem, call, late } from "@/lib/api/call";
import type { Domains as Registered } from "@/lib/api/portal/belongings.contract";
import { domainName } from "@/lib/core/domain-name";

const contracts = late(() => import("@/lib/api/portal/belongings.contract"));

const WHAT = "the domains of this customer";
const FAULT = "Enter a domain, such as example.com.";

/** The DNS names that belong to the customer. */
export function Domains({
  customerId,
  domains,
  version,
  mayWrite,
  post,
}: {
  customerId: string;
  domains: readonly { name: string; created_at: Date }[];
  version: number;
  mayWrite: boolean;
  /** What the form does by itself. */
  post: PostText;
}) {
  const router = useRouter();
  const [posted, action] = useActionState(post, {});
  const [typed, setText] = useState<string>();
  const text = typed ?? posted.text ?? "";
  const [fault, setFault] = useState(posted.fault);
  const [going, setGoing] = useState<string>();
  const of = { customer_id: customerId };
  const common = {
    shared: `domains of ${customerId}`,
    load: async () => call((await contracts()).listDomains, { params: of }),
    versionOf: (saved: Registered) => saved.version,
  };
  const register = useGuarded<Registered, string>({
    ...common,
    save: async (name, ifMatch) => call((await contracts()).registerDomain, { params: of, body: { name }, ifMatch }),
    onSaved: (_, name) => {
      setText("");
      toast.success(`${name} was registered`);
      router.refresh();
    },
    onFault: (error) => setFault((error instanceof ApiProblem && error.fault("/name")) || error.message),
  });
  const give = useGuarded<Registered, string>({
    ...common,
    save: async (name, ifMatch) => call((await contracts()).unregisterDomain, { params: { ...of, name }, ifMatch }),
    onSaved: (_, name) => {
      toast.success(`${name} was given back`);
      router.refresh();
    },
    onFault: (error) => toast.error("The domain was not given back", { description: error.message }),
  });
  return (
    <Card title="Domains" description="A name belongs to one customer at a time.">
      {domains.length === 0 ? (
        <EmptyState title="No domains" />
      ) : (
        <ul className="divide-y">
          {domains.map(({ name, created_at }) => (
            <li key={name} className="flex items-center justify-between gap-2 py-2">
              <span className="min-w-0">
                <CopyId value={name} label="domain" />
                <span className="block text-xs text-muted">
                  Registered <TimeAgo value={created_at} />
                </span>
              </span>
              {mayWrite && (
                <Button size="sm" variant="ghost" aria-label={`Give ${name} back`} onClick={() => setGoing(name)}>
                  Give back
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <form
          action={action}
          noValidate
          className="mt-3 flex flex-wrap items-start gap-2 border-t pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            const name = domainName(text);
            setFault(name ? undefined : FAULT);
            if (name && !register.pending) register.write(name, version);
          }}
        >
          <input type="hidden" name="version" value={version} />
          <Field label="Register a domain" required error={fault} className="w-64">
            {(control) => (
              <Input
                {...control}
                name="name"
                value={text}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="example.com"
                onChange={(event) => {
                  setText(event.target.value);
                  setFault(undefined);
                }}
              />
            )}
          </Field>
          <div className="pt-6">
            <SubmitButton variant="secondary" pending={register.pending}>
              Register
            </SubmitButton>
          </div>
        </form>
      )}
      <ConfirmDialog
        open={going !== undefined}
        onClose={() => setGoing(undefined)}
        title={`Give ${going} back?`}
        confirmLabel="Give back"
        onConfirm={async () => {
          if (going) await give.write(going, version);
          setGoing(undefined);
        }}
      >
        <p>Any other customer can then register it.</p>
      </ConfirmDialog>
      <ChangeConflict
        of={register}
        what={WHAT}
        theirs={({ items }) => namesOf(items)}
        mine={(name) => `Register ${name}`}
      />
      <ChangeConflict
        of={give}
        what={WHAT}
        theirs={({ items }) => namesOf(items)}
        mine={(name) => `Give ${name} back`}
      />
    </Card>
  );
}
