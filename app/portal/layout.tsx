import LogOut from "lucide-react/icons/log-out";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { TenantSwitcher } from "@/components/shell/tenant-switcher";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOut, switchReseller } from "@/lib/auth/actions";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { navFor } from "./nav";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const principal = await pagePrincipal();
  const { name, email, roleName, cspName, reseller, choices } = await currentUser();
  return (
    <AppShell
      nav={navFor(choices.length > 0 ? "csp" : "reseller", (permission) => principal.permissions.has(permission))}
      user={{ name, email, role: roleName }}
      switcher={<TenantSwitcher csp={cspName} reseller={reseller} choices={choices} action={switchReseller} />}
      signOut={
        <form action={signOut}>
          <SubmitButton
            variant="ghost"
            className="w-full justify-start!"
            icon={<LogOut aria-hidden className="size-4" />}
          >
            Sign out
          </SubmitButton>
        </form>
      }
    >
      {children}
    </AppShell>
  );
}
