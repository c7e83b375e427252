import LogOut from "lucide-react/icons/log-out";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PaletteButton } from "@/components/palette/palette-button";
import { AccountLink } from "@/components/shell/account-link";
import { AppShell } from "@/components/shell/app-shell";
import { PageOf } from "@/components/shell/drawn-for";
import { TenantSwitcher } from "@/components/shell/tenant-switcher";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOut, switchReseller } from "@/lib/auth/actions";
import { currentUser, pagePrincipal, visitor } from "@/lib/auth/page";
import { ALL, DRAWN_FOR } from "@/lib/core/drawn-for";
import type { Permission } from "@/lib/core/scope";
import { actionsFor, findsFor, navFor } from "./nav";

/** Every page says for which reseller it was drawn: its calls then go on for that one. */
export async function generateMetadata(): Promise<Metadata> {
  const found = await visitor();
  return found ? { other: { [DRAWN_FOR]: found.principal.resellerId ?? ALL } } : {};
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const principal = await pagePrincipal();
  const { name, email, roleName, cspName, reseller, choices } = await currentUser();
  const has = (permission: Permission) => principal.permissions.has(permission);
  const level = choices.length > 0 ? "csp" : "reseller";
  const nav = navFor(level, has);
  return (
    <AppShell
      nav={nav}
      user={{ name, email, role: roleName }}
      switcher={<TenantSwitcher csp={cspName} reseller={reseller} choices={choices} action={switchReseller} />}
      palette={
        <PaletteButton
          tenant={reseller?.id ?? "all"}
          pages={nav.flatMap(({ items }) => items.map(({ label, href }) => ({ label, href })))}
          actions={actionsFor(level, has)}
          finds={findsFor(level, has)}
          signOut={signOut}
        />
      }
      signOut={
        <>
          <AccountLink />
          <form action={signOut}>
            <SubmitButton
              variant="ghost"
              className="w-full justify-start!"
              icon={<LogOut aria-hidden className="size-4" />}
            >
              Sign out
            </SubmitButton>
          </form>
        </>
      }
    >
      <PageOf reseller={principal.resellerId ?? ALL}>{children}</PageOf>
    </AppShell>
  );
}
