import type { Metadata } from "next";
import { detailsOf } from "@/components/customer-form/changes";
import { EditCustomer } from "@/components/customer-form/edit-customer";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { snakeKeys } from "@/lib/api/portal/names";
import { pageScope } from "@/lib/auth/page";
import { getCustomer } from "@/lib/domain/customers/read";
import { Missing, orMissing } from "../../../missing";
import { choicesByName } from "../../choices";
import { type CustomerPageProps, customerOf } from "../customer";
import { saveFromForm } from "./actions";

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  // The page leads elsewhere, or fails, by itself.
  const customer = await customerOf((await params).id).catch(() => undefined);
  return { title: customer ? `Edit ${customer.name}` : "Not found" };
}

export default async function EditCustomerPage({ params }: CustomerPageProps) {
  const { id } = await params;
  const page = `/portal/customers/${id}`;
  const scope = await pageScope("customers:read", "customers:write");
  if (!scope) {
    return <NoPermission need="change customers" action={<LinkButton href={page}>See the customer</LinkButton>} />;
  }
  const customer = (await customerOf(id)) && (await orMissing(getCustomer(scope, id)));
  if (!customer) return <Missing />;
  return (
    <>
      <PageHeader
        title={`Edit ${customer.name}`}
        breadcrumbs={[
          { label: "Customers", href: "/portal/customers" },
          { label: customer.name, href: page },
          { label: "Edit" },
        ]}
      />
      <EditCustomer
        id={customer.id}
        saved={{
          values: detailsOf(snakeKeys(customer)),
          version: customer.version,
          at: customer.modifiedAt.toISOString(),
        }}
        choices={choicesByName()}
        save={saveFromForm.bind(null, customer.id)}
      />
    </>
  );
}
