import type { Metadata } from "next";
import { NewReseller } from "@/components/resellers/new-reseller";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { choicesByName } from "../../customers/choices";
import { addReseller } from "../actions";

export const metadata: Metadata = { title: "New reseller" };

export default async function NewResellerPage() {
  const { choices } = await currentUser();
  if (choices.length === 0 || !may(await pagePrincipal(), "resellers:write")) {
    return <NoPermission need="add resellers" action={<LinkButton href="/portal">Overview</LinkButton>} />;
  }
  return (
    <>
      <PageHeader
        title="New reseller"
        description="With a customer of the same name, which is the reseller's own account."
        breadcrumbs={[{ label: "Resellers", href: "/portal/resellers" }, { label: "New reseller" }]}
      />
      <NewReseller choices={choicesByName()} post={addReseller} />
    </>
  );
}
