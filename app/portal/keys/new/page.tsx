import type { Metadata } from "next";
import { NewKey } from "@/components/keys/new-key";
import { levelNames } from "@/components/keys/values";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { levels, may, permissions } from "@/lib/core/scope";
import { clock, days, later } from "@/lib/core/time";
import { addKey } from "../actions";

export const metadata: Metadata = { title: "New key" };

export default async function NewKeyPage({
  searchParams,
}: {
  searchParams: Promise<{ customer?: string | string[] }>;
}) {
  const principal = await pagePrincipal();
  if (!may(principal, "keys:write")) {
    return <NoPermission need="make API keys" action={<LinkButton href="/portal/keys">See the keys</LinkButton>} />;
  }
  const { choices, reseller } = await currentUser();
  const customer = [(await searchParams).customer ?? ""].flat().at(-1) ?? "";
  const within = reseller ? levels.filter((level) => level !== "csp") : levels;
  return (
    <>
      <PageHeader
        title="New key"
        description="For a program. The key is shown once."
        breadcrumbs={[{ label: "API keys", href: "/portal/keys" }, { label: "New key" }]}
      />
      <NewKey
        first={{
          name: "",
          level: customer ? "customer" : "reseller",
          reseller_id: "",
          customer_id: customer,
          permissions: [],
          expires_at: later(clock(), days(365)).toISOString().slice(0, 10),
        }}
        levels={within.map((value) => ({ value, label: levelNames[value] }))}
        resellers={reseller ? undefined : choices.map(({ id, name }) => ({ value: id, label: name }))}
        permissions={permissions.filter((permission) => principal.permissions.has(permission))}
        post={addKey}
      />
    </>
  );
}
