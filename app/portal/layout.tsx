import LogOut from "lucide-react/icons/log-out";
import type { ReactNode } from "react";
import { PaletteButton } from "@/components/palette/palette-button";
import { AccountLink } from "@/components/shell/account-link";
import { AppShell } from "@/components/shell/app-shell";
import { TenantSwitcher } from "@/components/shell/tenant-switcher";
import { WatchSession } from "@/components/shell/watch-session";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOut } from "@/lib/auth/actions";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import type { Permission } from "@/lib/core/scope";
import { actionsFor, findsFor, navFor } from "./nav";

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
      switcher={<TenantSwitcher csp={cspName} reseller={reseller} choices={choices} />}
      palette={
        <PaletteButton
          pages={nav.flatMap(({ items }) => items.map(({ label, href }) => ({ label, href })))}
          actions={actionsFor(level, has)}
          finds={findsFor(level, has)}
          tenants={[
            ...(reseller && level === "csp" ? [{ label: "All resellers", id: undefined }] : []),
            ...choices.flatMap(({ id, name }) => (id === reseller?.id ? [] : [{ label: `Only ${name}`, id }])),
          ]}
          signOut={signOut}
        />
      }
      signOut={
        <>
          <AccountLink />
          <form action={signOut} data-leaves>
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
      <WatchSession>{children}</WatchSession>
    </AppShell>
  );
}
