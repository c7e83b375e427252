import type { Metadata } from "next";
import { cache } from "react";
import { EditSkin } from "@/components/skins/edit-skin";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { showSkin } from "@/lib/api/portal/skins.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../../ask";
import { Missing, orMissing } from "../../missing";
import { saveSkin } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
}

const skinOf = cache((id: string) => orMissing(ask(showSkin, { params: { id } })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!may(await pagePrincipal(), "skins:read")) return { title: "Skin" };
  return { title: (await skinOf((await params).id))?.name ?? "Not found" };
}

export default async function SkinPage({ params }: Props) {
  const principal = await pagePrincipal();
  if (!may(principal, "skins:read", "skins:write")) {
    return <NoPermission need="change skins" action={<LinkButton href="/portal/skins">See the skins</LinkButton>} />;
  }
  const skin = await skinOf((await params).id);
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
