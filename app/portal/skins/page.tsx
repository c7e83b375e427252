import Plus from "lucide-react/icons/plus";
import type { Metadata } from "next";
import { SkinPreview } from "@/components/skins/preview";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { listSkins } from "@/lib/api/portal/skins.contract";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../ask";

export const metadata: Metadata = { title: "Skins" };

export default async function SkinsPage() {
  const principal = await pagePrincipal();
  if (!may(principal, "skins:read")) return <NoPermission need="see skins" />;
  const { choices, reseller } = await currentUser();
  const { items } = await ask(listSkins, {});
  const several = choices.length > 0 && !reseller;
  const mayWrite = may(principal, "skins:write");
  const action = mayWrite && (
    <LinkButton href="/portal/skins/new" variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      New skin
    </LinkButton>
  );
  return (
    <>
      <PageHeader title="Skins" description="How customers see their pages." actions={action} />
      {items.length === 0 ? (
        <EmptyState title="No skins yet" action={action}>
          A skin gives the pages of your customers your colours and your logo.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {items.map(({ id, name, reseller: owner, colours, logo, contrast }) => (
            <li key={id} className="flex min-w-0 flex-col gap-2">
              <SkinPreview name={name} colours={colours} logo={logo} />
              <div className="flex flex-wrap items-center gap-2">
                <h2 className="min-w-0 truncate font-semibold">
                  {mayWrite ? (
                    <Link href={`/portal/skins/${id}`} className="rounded hover:underline">
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </h2>
                {several && <span className="text-xs text-muted">{owner.name}</span>}
                {!contrast.readable && <Badge tone="danger">Hard to read</Badge>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
