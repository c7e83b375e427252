import Plus from "lucide-react/icons/plus";
import Upload from "lucide-react/icons/upload";
import type { Metadata } from "next";
import { CustomerList } from "@/components/customers/list/customer-list";
import { filterOf, LIST, queryOf, viewOf } from "@/components/customers/list/view";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { exportCustomers, listCustomers, showFacets } from "@/lib/api/portal/customers.contract";
import { operationOf } from "@/lib/api/send";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { Problem } from "@/lib/core/problem";
import { may } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { askPlain } from "../ask";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const principal = await pagePrincipal();
  if (!may(principal, "customers:read")) return <NoPermission need="see customers" />;
  const mayWrite = may(principal, "customers:write");
  const { choices, reseller } = await currentUser();
  const asked = await searchParams;
  // The last of several values, as the browser's own URLSearchParams would not: an address is made by people, too.
  const view = viewOf({ get: (name) => [asked[name] ?? null].flat().at(-1) ?? null });
  const [query, filter] = [queryOf(view), filterOf(view)];
  const first = await firstPage(query, filter);
  return (
    <>
      <PageHeader
        title="Customers"
        actions={
          mayWrite && (
            <>
              <LinkButton href={`${LIST}/import`} icon={<Upload aria-hidden className="size-4" />}>
                Import
              </LinkButton>
              <LinkButton href={`${LIST}/new`} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
                New customer
              </LinkButton>
            </>
          )
        }
      />
      <CustomerList
        first={first}
        operations={{
          list: operationOf(listCustomers),
          facets: operationOf(showFacets),
          export: operationOf(exportCustomers),
        }}
        reseller={reseller?.id}
        several={choices.length > 0 && !reseller}
        mayWrite={mayWrite}
      />
    </>
  );
}

const nothing = { items: [], total: 0, before: 0, next: null, previous: null };

/** What the address asks for. */
async function firstPage(query: Record<string, string>, filter: Record<string, string>) {
  try {
    // To count what a search finds takes longer than to find it: the browser asks for the counts.
    const isSearch = Object.keys(filter).join() === "q";
    const [page, facets] = await Promise.all([
      askPlain(listCustomers, { query }),
      isSearch ? undefined : askPlain(showFacets, { query: filter }),
    ]);
    return { query, filter, page, facets, at: clock().getTime() };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "request.invalid") throw error;
    return { query, filter, page: nothing, facets: undefined, at: clock().getTime(), wrong: true as const };
  }
}
