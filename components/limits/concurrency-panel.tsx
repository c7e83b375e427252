"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useActionState, useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import { useUnsaved } from "@/components/form/use-unsaved";
import { ValueConflict } from "@/components/form/value-conflict";
import { type First, useFirst } from "@/components/shell/use-first";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Stat } from "@/components/ui/stat";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { call, late } from "@/lib/api/call";
import type { Concurrency } from "@/lib/api/portal/limits.contract";
import { wholeFrom } from "./number";

const contracts = late(() => import("@/lib/api/portal/limits.contract"));

/** What the form comes back with when it was sent before its scripts were there. */
export interface PostedLimit {
  text?: string;
  fault?: string;
  /** 0 was asked for and has to be asked for again, on purpose. */
  confirmZero?: true;
}

const MOST = 1_000_000;
const FAULT = "Enter a whole number from 0 to 1,000,000.";

function limitOf(text: string): number | undefined {
  const limit = wholeFrom(text);
  return limit !== undefined && limit <= MOST ? limit : undefined;
}

const ownText = (own: number | null) => (own === null ? "Not set" : formatNumber(own));
const planText = ({ plan }: Concurrency) => (plan?.concurrency == null ? "No limit" : formatNumber(plan.concurrency));
const effectiveText = ({ effective }: Concurrency) => (effective === null ? "Unlimited" : formatNumber(effective));

/** The limit of calls at a time: the customer's own, its plan's, and what holds of the two. */
export function ConcurrencyPanel({
  customer,
  first,
  mayWrite,
  post,
}: {
  customer: { id: string; name: string };
  first: First<Concurrency>;
  mayWrite: boolean;
  /** What the form does by itself. */
  post: (before: PostedLimit, form: FormData) => Promise<PostedLimit>;
}) {
  const client = useQueryClient();
  const params = { customer_id: customer.id };
  const key = ["concurrency", customer.id];
  useFirst(key, first);
  const { data: limit } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => call((await contracts()).showConcurrency, { params, signal }),
    initialData: first.data,
    initialDataUpdatedAt: first.at,
  });
  const [posted, action] = useActionState(post, {});
  const [typed, setTyped] = useState<string>();
  const [asking, setAsking] = useState<"block" | "remove">();
  const [fault, setFault] = useState<string>();
  const text = typed ?? posted.text ?? (limit.own === null ? "" : String(limit.own));

  useUnsaved(() => typed !== undefined && typed !== String(limit.own ?? ""));
  const guarded = useGuarded<Concurrency, number | null>({
    save: async (value, version) =>
      value === null
        ? call((await contracts()).removeConcurrency, { params, ifMatch: version })
        : call((await contracts()).setConcurrency, { params, body: { limit: value }, ifMatch: version }),
    load: async () => call((await contracts()).showConcurrency, { params }),
    versionOf: ({ version }) => version,
    onSaved: (saved, value) => {
      client.setQueryData(key, saved);
      setTyped(undefined);
      setAsking(undefined);
      toast.success(value === null ? "The own limit was removed" : "The limit was saved", {
        description: saved.reason,
      });
    },
  });
  const { conflict } = guarded;

  const submit = () => {
    const asked = limitOf(text);
    setFault(asked === undefined ? FAULT : undefined);
    if (asked === undefined || guarded.pending) return;
    if (asked === 0 && limit.own !== 0) setAsking("block");
    else guarded.write(asked, limit.version);
  };

  return (
    <Card
      title="Concurrency limit"
      description="The most calls at a time over all domains; one more is disconnected at once."
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-3 sm:grid-cols-3">
          <Stat label="Own limit" value={ownText(limit.own)} hint="Of this customer alone" />
          <Stat label="Plan" value={planText(limit)} hint={limit.plan?.name ?? "No billing plan"} />
          <Stat
            label="Effective limit"
            value={effectiveText(limit)}
            hint={limit.reason}
            tone={limit.effective === 0 ? "danger" : "neutral"}
          />
        </div>
        {limit.own !== null && limit.decided_by === "plan" && limit.own !== limit.effective && (
          <Alert tone="warning" title="The own limit has no effect">
            {limit.reason}
          </Alert>
        )}
        {mayWrite && (
          <form
            action={action}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
            className="flex flex-wrap items-start gap-2"
          >
            <input type="hidden" name="version" value={limit.version} />
            <Field
              id="own-limit"
              label="Own limit"
              required
              hint="Calls at a time. 0 blocks every call."
              error={fault ?? posted.fault ?? guarded.fault}
              className="w-64"
            >
              {(control) => (
                <Input
                  {...control}
                  name="limit"
                  inputMode="numeric"
                  autoComplete="off"
                  placeholder="Not set"
                  value={text}
                  onChange={(event) => {
                    setTyped(event.target.value);
                    setFault(undefined);
                  }}
                />
              )}
            </Field>
            {posted.confirmZero && <Checkbox name="zero" value="yes" label="Yes, block every call of this customer" />}
            <div className="flex gap-2 pt-6">
              <SubmitButton pending={guarded.pending}>Save limit</SubmitButton>
              {limit.own !== null && (
                <Button
                  type="submit"
                  name="remove"
                  value="yes"
                  disabled={guarded.pending}
                  onClick={(event) => {
                    event.preventDefault();
                    setAsking("remove");
                  }}
                >
                  Remove
                </Button>
              )}
            </div>
          </form>
        )}
      </div>
      <ConfirmDialog
        open={asking === "block" && !conflict}
        onClose={() => setAsking(undefined)}
        title="Block every call?"
        confirmLabel="Block every call"
        onConfirm={() => guarded.write(0, limit.version)}
        error={guarded.fault}
      >
        <p>With a limit of 0, each call of {customer.name} is disconnected as soon as it starts.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "remove" && !conflict}
        onClose={() => setAsking(undefined)}
        title="Remove the own limit?"
        confirmLabel="Remove the limit"
        onConfirm={() => guarded.write(null, limit.version)}
        error={guarded.fault}
      >
        <p>
          {customer.name} then has no limit of {ownText(limit.own)} of its own.{" "}
          {limit.plan?.concurrency == null
            ? "Its calls are unlimited."
            : `The plan ${limit.plan.name} allows it ${planText(limit)} at a time.`}
        </p>
      </ConfirmDialog>
      {conflict && (
        <ValueConflict
          what="the concurrency limit"
          theirs={ownText(conflict.theirs.own)}
          mine={ownText(conflict.mine)}
          pending={guarded.pending}
          onMine={conflict.keepMine}
          onTheirs={() => {
            client.setQueryData(key, conflict.theirs);
            setTyped(undefined);
            setAsking(undefined);
            conflict.keepTheirs();
          }}
        />
      )}
    </Card>
  );
}
