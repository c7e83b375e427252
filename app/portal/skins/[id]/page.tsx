import type { Metadata } from "next";
import { EditSkin } from "@/components/skins/edit-skin";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { showSkin } from "@/lib/api/portal/skins.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../../ask";
import { Missing, orMissing } from "../../missing";
import { saveSkin } from "../actions";

export const metadata: Metadata = { title: "Skin" };

export default async function SkinPage({ params }: { params: Promise<{ id: string }> }) {
  const principal = await pagePrincipal();
  if (!may(principal, "skins:read", "skins:write")) {
    return <NoPermission need="change skins" action={<LinkButton href="/portal/skins">See the skins</LinkButton>} />;
  }
  const skin = await orMissing(ask(showSkin, { params: { id: (await params).id } }));
  if (!skin) return <Missing />;
  const { id, name, version, colours, logo } = skin;
  return (
    <>
      <PageHeader title={name} breadcrumbs={[{ label: "Skins", href: "/portal/skins" }, { label: name }]} />
      <EditSkin
        key={version}
        id={id}
        version={version}
        first={{ name, colours, logo }}
        post={saveSkin.bind(null, id)}
      />
    </>
  );
}
