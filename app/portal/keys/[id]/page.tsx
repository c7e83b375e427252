import type { Metadata } from "next";
import { cache } from "react";
import { KeyActions } from "@/components/keys/key-actions";
import { KeyState } from "@/components/keys/key-state";
import { levelHints, levelNames, rightsOf } from "@/components/keys/values";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import { showKey } from "@/lib/api/portal/keys.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../../ask";
import { Missing, orMissing } from "../../missing";

interface Props {
  params: Promise<{ id: string }>;
}

const keyOf = cache((id: string) => orMissing(ask(showKey, { params: { id } })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!may(await pagePrincipal(), "keys:read")) return { title: "API key" };
  return { title: (await keyOf((await params).id))?.name ?? "Not found" };
}

export default async function KeyPage({ params }: Props) {
  const principal = await pagePrincipal();
  if (!may(principal, "keys:read")) return <NoPermission need="see API keys" />;
  const key = await keyOf((await params).id);
  if (!key) return <Missing />;
  const { id, name, level, state, customer, reseller, hint } = key;
  const mayWrite = may(principal, "keys:write") && state === "active";
  return (
    <>
      <PageHeader
        title={name}
        badge={<KeyState state={state} />}
        description={<CopyId value={id} label="key id" />}
        breadcrumbs={[{ label: "API keys", href: "/portal/keys" }, { label: name }]}
        actions={
          mayWrite && (
            <KeyActions id={id} name={name} lastUsed={key.last_used_at?.toISOString() ?? null} version={key.version} />
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="Key">
          <DescriptionList
            items={[
              { term: "Ends with", value: <code className="font-mono text-xs">{hint}</code> },
              { term: "Level", value: `${levelNames[level]}: ${levelHints[level].toLowerCase()}` },
              {
                term: "Reaches",
                value: customer ? (
                  <TextLink href={`/portal/customers/${customer.id}`}>{customer.name}</TextLink>
                ) : (
                  (reseller?.name ?? "Everything")
                ),
              },
              { term: "Last use", value: <TimeAgo value={key.last_used_at} /> },
              { term: "Made", value: <TimeAgo value={key.created_at} /> },
              { term: "Expires", value: <TimeAgo value={key.expires_at} /> },
              ...(key.revoked_at ? [{ term: "Revoked", value: <TimeAgo value={key.revoked_at} /> }] : []),
            ]}
          />
          {may(principal, "audit:read") && (
            <p className="mt-2">
              <TextLink href={`/portal/audit?actor=${id}`}>What was done with this key</TextLink>
            </p>
          )}
        </Card>
        <Card title="Permissions">
          <DescriptionList
            items={rightsOf(key.permissions).map(({ label, read, write }) => ({
              term: label,
              value: [read && "Read", write && "Change"].filter(Boolean).join(", "),
            }))}
          />
        </Card>
      </div>
    </>
  );
}
