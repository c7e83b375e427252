"use client";

import { useActionState, useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import type { PostText } from "@/components/form/use-posted-form";
import { ChangeConflict, namesOf } from "@/components/form/value-conflict";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { EmptyState } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { Groups as Joined } from "@/lib/api/portal/belongings.contract";

const contracts = late(() => import("@/lib/api/portal/belongings.contract"));

interface Group {
  id: string;
  name: string;
  description: string;
}

/** The groups of users who may see to this customer's clouds. */
export function Groups({
  customerId,
  groups,
  others,
  version,
  mayWrite,
  post,
}: {
  customerId: string;
  groups: readonly Group[];
  /** Those of its reseller that it is not in. */
  others: readonly Group[];
  version: number;
  mayWrite: boolean;
  /** What the forms do by themselves. */
  post: PostText;
}) {
  const router = useRouter();
  const [posted, action] = useActionState(post, {});
  const [chosen, setChosen] = useState(posted.text ?? "");
  const [fault, setFault] = useState(posted.fault);
  const of = { customer_id: customerId };
  const guarded = useGuarded<Joined, { group: Group; joins: boolean }>({
    shared: `groups of ${customerId}`,
    save: async ({ group, joins }, ifMatch) => {
      const { joinGroup, leaveGroup } = await contracts();
      return call(joins ? joinGroup : leaveGroup, { params: { ...of, group_id: group.id }, ifMatch });
    },
    load: async () => call((await contracts()).listGroupsOf, { params: of }),
    versionOf: (saved) => saved.version,
    onSaved: (_, { group, joins }) => {
      setChosen("");
      toast.success(joins ? `Added to ${group.name}` : `Taken out of ${group.name}`);
      router.refresh();
    },
    onFault: (error) => toast.error("The groups were not changed", { description: error.message }),
  });
  const group = others.find(({ id }) => id === chosen);
  return (
    <Card title="User groups" description="Groups of users who see to this customer.">
      {groups.length === 0 ? (
        <EmptyState title="In no group" />
      ) : (
        <ul className="divide-y">
          {groups.map((one) => (
            <li key={one.id} className="flex items-center justify-between gap-2 py-2">
              <div className="min-w-0">
                <p className="font-medium">{one.name}</p>
                {one.description && <p className="text-xs text-muted">{one.description}</p>}
              </div>
              {mayWrite && (
                <form
                  action={action}
                  onSubmit={(event) => {
                    event.preventDefault();
                    guarded.write({ group: one, joins: false }, version);
                  }}
                >
                  <input type="hidden" name="version" value={version} />
                  <input type="hidden" name="leave" value="yes" />
                  <input type="hidden" name="group" value={one.id} />
                  <Button
                    type="submit"
                    size="sm"
                    variant="ghost"
                    disabled={guarded.pending}
                    aria-label={`Take out of ${one.name}`}
                  >
                    Take out
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && others.length > 0 && (
        <form
          action={action}
          className="mt-3 flex flex-wrap items-end gap-2 border-t pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            setFault(undefined);
            if (group && !guarded.pending) guarded.write({ group, joins: true }, version);
          }}
        >
          <input type="hidden" name="version" value={version} />
          <Field label="Add to a group" required error={fault} className="w-64">
            {(control) => (
              <Select
                {...control}
                name="group"
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
                placeholder="Choose a group"
                options={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
          <SubmitButton variant="secondary" pending={guarded.pending}>
            Add
          </SubmitButton>
        </form>
      )}
      <ChangeConflict
        of={guarded}
        what="the groups of this customer"
        theirs={({ items }) => namesOf(items)}
        mine={({ group, joins }) => `${joins ? "Add to" : "Take out of"} ${group.name}`}
      />
    </Card>
  );
}
