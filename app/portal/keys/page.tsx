import Plus from "lucide-react/icons/plus";
import type { Metadata } from "next";
import { KeyState } from "@/components/keys/key-state";
import { levelNames } from "@/components/keys/values";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import { listKeys } from "@/lib/api/portal/keys.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../ask";

export const metadata: Metadata = { title: "API keys" };

const KEYS = "/portal/keys";

export default async function KeysPage({ searchParams }: { searchParams: Promise<{ ended?: string | string[] }> }) {
  const principal = await pagePrincipal();
  if (!may(principal, "keys:read")) return <NoPermission need="see API keys" />;
  const showsEnded = (await searchParams).ended !== undefined;
  const { items } = await ask(listKeys, {});
  const active = items.filter(({ state }) => state === "active");
  const shown = showsEnded ? items.filter(({ state }) => state !== "active") : active;
  const mayWrite = may(principal, "keys:write");
  const action = mayWrite && (
    <LinkButton href={`${KEYS}/new`} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      New key
    </LinkButton>
  );
  return (
    <>
      <PageHeader title="API keys" description="What programs call the APIs with." actions={action} />
      <Tabs
        label="Keys"
        current={showsEnded ? `${KEYS}?ended` : KEYS}
        items={[
          { label: "Active", href: KEYS, count: active.length },
          { label: "Expired and revoked", href: `${KEYS}?ended`, count: items.length - active.length },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState title={showsEnded ? "No key has ended" : "No keys yet"} action={!showsEnded && action}>
          {showsEnded
            ? "Keys that expire or are revoked stay here for the record."
            : "A key lets a program do what you may, or less."}
        </EmptyState>
      ) : (
        <Table label="Keys">
          <TableHead>
            <HeadCell>Name</HeadCell>
            <HeadCell>Key</HeadCell>
            <HeadCell>Level</HeadCell>
            <HeadCell>Reaches</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell numeric>Permissions</HeadCell>
            <HeadCell>Last use</HeadCell>
            <HeadCell>{showsEnded ? "Ended" : "Expires"}</HeadCell>
          </TableHead>
          <TableBody>
            {shown.map((key) => (
              <Row key={key.id}>
                <RowHead>
                  <TextLink href={`${KEYS}/${key.id}`}>{key.name}</TextLink>
                </RowHead>
                <Cell className="font-mono text-xs">…{key.hint}</Cell>
                <Cell>{levelNames[key.level]}</Cell>
                <Cell>{key.customer?.name ?? key.reseller?.name ?? "Everything"}</Cell>
                <Cell>
                  <KeyState state={key.state} />
                </Cell>
                <Cell numeric>{key.permissions.length}</Cell>
                <Cell>
                  <TimeAgo value={key.last_used_at} />
                </Cell>
                <Cell>
                  <TimeAgo value={key.revoked_at ?? key.expires_at} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}
