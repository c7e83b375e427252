import Plus from "lucide-react/icons/plus";
import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Num, TimeAgo } from "@/components/ui/values";
import { listResellers } from "@/lib/api/portal/resellers.contract";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../ask";

export const metadata: Metadata = { title: "Resellers" };

export default async function ResellersPage() {
  const principal = await pagePrincipal();
  const { choices, cspName } = await currentUser();
  if (choices.length === 0 || !may(principal, "resellers:read", "customers:read")) {
    return <NoPermission need="see resellers" />;
  }
  const { items } = await ask(listResellers, {});
  return (
    <>
      <PageHeader
        title="Resellers"
        description={`Who sells to the customers of ${cspName}.`}
        actions={
          may(principal, "resellers:write") && (
            <LinkButton href="/portal/resellers/new" variant="primary" icon={<Plus aria-hidden className="size-4" />}>
              New reseller
            </LinkButton>
          )
        }
      />
      <Table label="Resellers">
        <TableHead>
          <HeadCell>Name</HeadCell>
          <HeadCell numeric>Customers</HeadCell>
          <HeadCell>Added</HeadCell>
        </TableHead>
        <TableBody>
          {items.map(({ id, name, direct, customers, created_at }) => (
            <Row key={id}>
              <RowHead>
                <TextLink href={`/portal/resellers/${id}`}>{name}</TextLink> {direct && <Badge>Direct customers</Badge>}
              </RowHead>
              <Cell numeric>
                <TextLink href={`/portal/customers?reseller_id=${id}`} aria-label={`${customers} customers of ${name}`}>
                  <Num value={customers} />
                </TextLink>
              </Cell>
              <Cell>
                <TimeAgo value={created_at} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
