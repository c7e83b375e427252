import type { Metadata } from "next";
import { NewSkin } from "@/components/skins/new-skin";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { pageScope } from "@/lib/auth/page";
import { resellerChoices } from "../../customers/choices";
import { addSkin } from "../actions";

export const metadata: Metadata = { title: "New skin" };

export default async function NewSkinPage() {
  const scope = await pageScope("skins:write", "resellers:read");
  if (!scope) {
    return <NoPermission need="make skins" action={<LinkButton href="/portal/skins">See the skins</LinkButton>} />;
  }
  return (
    <>
      <PageHeader title="New skin" breadcrumbs={[{ label: "Skins", href: "/portal/skins" }, { label: "New skin" }]} />
      <NewSkin resellers={await resellerChoices(scope)} post={addSkin} />
    </>
  );
}
