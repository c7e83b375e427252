import Pencil from "lucide-react/icons/pencil";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CustomerActions } from "@/components/customers/customer-actions";
import { customerTabs } from "@/components/customers/customer-tabs";
import { PathTabs } from "@/components/shell/path-tabs";
import { Badge, StatusBadge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { updateCustomer } from "@/lib/api/portal/customers.contract";
import { operationOf } from "@/lib/api/send";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { Missing } from "../../../missing";
import { type CustomerPageProps, customerOf } from "../customer";

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  // The layout leads elsewhere, or fails, by itself: a title that did would leave the page without one.
  const customer = await customerOf((await params).id).catch(() => undefined);
  // Whatever the tab is called.
  if (!customer) return { title: { default: "Not found", template: "Not found · Reseller Portal" } };
  const { name } = customer;
  return { title: { default: name, template: `%s · ${name} · Reseller Portal` } };
}

export default async function CustomerLayout({ params, children }: CustomerPageProps & { children: ReactNode }) {
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const { id, name, status, admin, version, reseller, external_id } = customer;
  const mayWrite = may(await pagePrincipal(), "customers:write");
  const page = `/portal/customers/${id}`;
  return (
    <>
      <PageHeader
        title={name}
        badge={
          <>
            <StatusBadge status={status} />
            {admin && <Badge>Own account of {reseller.name}</Badge>}
          </>
        }
        description={
          <span className="flex flex-wrap items-center gap-x-4">
            <CopyId value={id} label="customer id" />
            {external_id !== null && <CopyId value={external_id} label="external id" />}
          </span>
        }
        breadcrumbs={[{ label: "Customers", href: "/portal/customers" }, { label: name }]}
        actions={
          mayWrite && (
            <>
              <LinkButton href={`${page}/edit`} icon={<Pencil aria-hidden className="size-4" />}>
                Edit
              </LinkButton>
              <CustomerActions
                id={id}
                name={name}
                status={status}
                version={version}
                admin={admin}
                update={operationOf(updateCustomer)}
              />
            </>
          )
        }
      />
      <PathTabs label="Customer" items={customerTabs(id)} />
      {children}
    </>
  );
}
