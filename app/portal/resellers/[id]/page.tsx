import type { Metadata } from "next";
import { cache } from "react";
import { RenameReseller } from "@/components/resellers/rename-reseller";
import { Badge, StatusBadge, statusLabel } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Num, TimeAgo } from "@/components/ui/values";
import { listCustomers } from "@/lib/api/portal/customers.contract";
import { showReseller } from "@/lib/api/portal/resellers.contract";
import { listUsers } from "@/lib/api/portal/users.contract";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { switched } from "@/lib/core/address";
import { roleNames } from "@/lib/core/role-names";
import { may } from "@/lib/core/scope";
import { ask } from "../../ask";
import { Missing, orMissing } from "../../missing";

interface Props {
  params: Promise<{ id: string }>;
}

const statuses = ["ACTIVE", "CONFIGURED", "DISABLED"] as const;

const resellerOf = cache((id: string) => orMissing(ask(showReseller, { params: { id } })));

/** A reseller's people have no page of resellers: theirs is the whole portal. */
async function mayLook() {
  const { choices } = await currentUser();
  return choices.length > 0 && may(await pagePrincipal(), "resellers:read", "customers:read");
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await mayLook())) return { title: "Reseller" };
  return { title: (await resellerOf((await params).id))?.name ?? "Not found" };
}

export default async function ResellerPage({ params }: Props) {
  if (!(await mayLook())) return <NoPermission need="see resellers" />;
  const principal = await pagePrincipal();
  const found = await resellerOf((await params).id);
  if (!found) return <Missing />;
  const { id, name, direct, customers, admin_customer_id, version } = found;
  const { reseller: confined } = await currentUser();
  const all = `/portal/customers?reseller_id=${id}`;
  const [{ items: latest }, users] = await Promise.all([
    ask(listCustomers, { query: { reseller_id: id, sort: "-created_at", limit: 10 } }),
    may(principal, "users:read") ? ask(listUsers, { query: { reseller_id: id } }) : undefined,
  ]);
  return (
    <>
      <PageHeader
        title={name}
        badge={direct && <Badge>Direct customers</Badge>}
        description={<CopyId value={id} label="reseller id" />}
        breadcrumbs={[{ label: "Resellers", href: "/portal/resellers" }, { label: name }]}
        actions={
          <>
            {admin_customer_id && <LinkButton href={`/portal/customers/${admin_customer_id}`}>Own account</LinkButton>}
            {!confined && (
              <a href={switched(`/portal/resellers/${id}`, id)} className={buttonClass()}>
                Look at this one alone
              </a>
            )}
            {may(principal, "resellers:write") && <RenameReseller id={id} name={name} version={version} />}
          </>
        }
      />
      <div className="grid grid-cols-3 gap-3">
        {statuses.map((status) => (
          <Stat key={status} label={statusLabel(status)} value={customers[status]} href={`${all}&status=${status}`} />
        ))}
      </div>
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-[2fr_1fr]">
        <Card title="Latest customers" actions={<TextLink href={all}>All customers</TextLink>}>
          {latest.length === 0 ? (
            <EmptyState title="No customers yet" />
          ) : (
            <Table label="The customers that were added last">
              <TableHead>
                <HeadCell>Name</HeadCell>
                <HeadCell>Status</HeadCell>
                <HeadCell>Country</HeadCell>
                <HeadCell numeric>Servers</HeadCell>
                <HeadCell>Added</HeadCell>
              </TableHead>
              <TableBody>
                {latest.map((customer) => (
                  <Row key={customer.id}>
                    <RowHead>
                      <TextLink href={`/portal/customers/${customer.id}`}>{customer.name}</TextLink>
                    </RowHead>
                    <Cell>{customer.status && <StatusBadge status={customer.status} />}</Cell>
                    <Cell>{customer.country_name}</Cell>
                    <Cell numeric>
                      <Num value={customer.servers ?? 0} />
                    </Cell>
                    <Cell>
                      <TimeAgo value={customer.created_at} />
                    </Cell>
                  </Row>
                ))}
              </TableBody>
            </Table>
          )}
        </Card>
        {users && (
          <Card title="Users">
            {users.items.length === 0 ? (
              <EmptyState title="Nobody signs in for it yet" />
            ) : (
              <ul className="divide-y">
                {users.items.map((user) => (
                  <li key={user.id} className="py-1.5">
                    <TextLink href={`/portal/users/${user.id}`}>{user.name}</TextLink>
                    <p className="text-xs text-muted">
                      {roleNames[user.role]}
                      {!user.active && ", deactivated"}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </div>
    </>
  );
}
