import Plus from "lucide-react/icons/plus";
import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import { listUsers } from "@/lib/api/portal/users.contract";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { roleNames } from "@/lib/core/role-names";
import { may } from "@/lib/core/scope";
import { ask } from "../ask";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  const principal = await pagePrincipal();
  if (!may(principal, "users:read")) return <NoPermission need="see users" />;
  const { id: self, choices, reseller } = await currentUser();
  const { items } = await ask(listUsers, {});
  const several = choices.length > 0 && !reseller;
  return (
    <>
      <PageHeader
        title="Users"
        description="Who signs in to the portal."
        actions={
          may(principal, "users:write") && (
            <LinkButton href="/portal/users/new" variant="primary" icon={<Plus aria-hidden className="size-4" />}>
              Add user
            </LinkButton>
          )
        }
      />
      <Table label="Users">
        <TableHead>
          <HeadCell>Name</HeadCell>
          <HeadCell>E-mail</HeadCell>
          <HeadCell>Role</HeadCell>
          {several && <HeadCell>Reseller</HeadCell>}
          <HeadCell>Access</HeadCell>
          <HeadCell>Last sign-in</HeadCell>
        </TableHead>
        <TableBody>
          {items.map((user) => (
            <Row key={user.id}>
              <RowHead>
                <TextLink href={`/portal/users/${user.id}`}>{user.name}</TextLink>{" "}
                {user.id === self && <Badge>You</Badge>}
              </RowHead>
              <Cell>{user.email}</Cell>
              <Cell className="whitespace-nowrap">{roleNames[user.role]}</Cell>
              {several && (
                <Cell>{user.reseller?.name ?? <span className="text-muted">All: of the CSP itself</span>}</Cell>
              )}
              <Cell>
                <Badge tone={user.active ? "success" : "neutral"} dot>
                  {user.active ? "Active" : "Deactivated"}
                </Badge>
              </Cell>
              <Cell>
                <TimeAgo value={user.last_sign_in_at} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
