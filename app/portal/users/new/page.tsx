import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { NewUser } from "@/components/users/new-user";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { addUser } from "../actions";
import { grantable } from "../roles";

export const metadata: Metadata = { title: "Add user" };

export default async function NewUserPage() {
  const principal = await pagePrincipal();
  if (!may(principal, "users:write")) {
    return <NoPermission need="add users" action={<LinkButton href="/portal/users">See the users</LinkButton>} />;
  }
  const { choices, reseller } = await currentUser();
  const resellers = reseller ? undefined : choices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader
        title="Add user"
        description="A password is made for the user and shown once."
        breadcrumbs={[{ label: "Users", href: "/portal/users" }, { label: "Add user" }]}
      />
      <NewUser roles={grantable(principal)} resellers={resellers} post={addUser} />
    </>
  );
}
