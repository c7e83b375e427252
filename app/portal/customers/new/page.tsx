import { NewCustomer } from "@/components/customer-form/new-customer";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { currentUser, pageScope } from "@/lib/auth/page";
import { listOpenProviders } from "@/lib/domain/providers/read";
import { choicesByName, resellerChoices } from "../choices";
import { createFromForm } from "./actions";

export const metadata = { title: "New customer" };

export default async function NewCustomerPage() {
  const scope = await pageScope("customers:write", "accounts:write", "providers:read", "resellers:read");
  const header = (
    <PageHeader
      title="New customer"
      breadcrumbs={[{ label: "Customers", href: "/portal/customers" }, { label: "New customer" }]}
    />
  );
  if (!scope) {
    return (
      <NoPermission need="add customers" action={<LinkButton href="/portal/customers">See customers</LinkButton>} />
    );
  }
  const [user, open, resellers] = await Promise.all([currentUser(), listOpenProviders(scope), resellerChoices(scope)]);
  const providers = open.map(
    ({ id, name, kind, disambiguation, requiredCredentials, offerTypes, supportedCountries }) => ({
      ...{ id, name, kind, disambiguation, requiredCredentials, offerTypes, supportedCountries },
    }),
  );
  return (
    <>
      {header}
      <NewCustomer
        providers={providers}
        choices={{ ...choicesByName(), ...(resellers ? { resellers } : { reseller: user.reseller?.name }) }}
        draftOwner={`${user.id} ${user.reseller?.id ?? ""}`.trim()}
        create={createFromForm}
      />
    </>
  );
}
