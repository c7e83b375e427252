"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyId } from "@/components/ui/copy-id";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EmptyState } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { TimeAgo } from "@/components/ui/values";
import { ApiProblem, call } from "@/lib/api/call";
import { registerDomain, unregisterDomain } from "@/lib/api/portal/belongings.contract";
import { domainName } from "@/lib/core/domain-name";

const FAULT = "Enter a domain, such as example.com.";

/** The DNS names that belong to the customer. */
export function Domains({
  customerId,
  domains,
  mayWrite,
}: {
  customerId: string;
  domains: readonly { name: string; created_at: Date }[];
  mayWrite: boolean;
}) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  const [going, setGoing] = useState<string>();
  const register = useMutation({
    mutationFn: (name: string) => call(registerDomain, { params: { customer_id: customerId }, body: { name } }),
    onSuccess: (_, name) => {
      setText("");
      toast.success(`${name} was registered`);
      router.refresh();
    },
    onError: (error) => setFault((error instanceof ApiProblem && error.fault("/name")) || error.message),
  });
  const give = async () => {
    if (!going) return;
    try {
      await call(unregisterDomain, { params: { customer_id: customerId, name: going } });
      toast.success(`${going} was given back`);
      router.refresh();
    } catch (error) {
      toast.error(`${going} was not given back`, { description: error instanceof Error ? error.message : undefined });
    }
    setGoing(undefined);
  };
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
          noValidate
          className="mt-3 flex flex-wrap items-start gap-2 border-t pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            const name = domainName(text);
            setFault(name ? undefined : FAULT);
            if (name && !register.isPending) register.mutate(name);
          }}
        >
          <Field label="Register a domain" required error={fault} className="w-64">
            {(control) => (
              <Input
                {...control}
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
            <SubmitButton variant="secondary" pending={register.isPending}>
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
        onConfirm={give}
      >
        <p>Any other customer can then register it.</p>
      </ConfirmDialog>
    </Card>
  );
}
