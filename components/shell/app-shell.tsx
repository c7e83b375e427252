import CircleUser from "lucide-react/icons/circle-user";
import MenuIcon from "lucide-react/icons/menu";
import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import type { Place } from "./current";
import { Logo } from "./logo";
import { NavIcon, type NavIconName } from "./nav-icon";
import { NavLinks } from "./nav-links";
import { ThemeMenu } from "./theme-menu";

export interface NavGroup {
  label?: string;
  items: readonly (Place & { label: string; icon: NavIconName })[];
}

export interface ShellUser {
  name: string;
  email: string;
  /** As it reads: "Reseller admin". */
  role: string;
}

const drawer = "main-navigation";

/**
 * Navigation, top bar and the page. The navigation is one element: a drawer (popover) on narrow windows, a column on
 * wide ones; it needs no script. `signOut` is a form, `switcher` chooses CSP and reseller, `palette` opens the palette.
 */
export function AppShell({
  nav,
  user,
  signOut,
  switcher,
  palette,
  children,
}: {
  nav: readonly NavGroup[];
  user: ShellUser;
  signOut: ReactNode;
  switcher?: ReactNode;
  palette?: ReactNode;
  children: ReactNode;
}) {
  const groups = nav.map(({ label, items }) => ({
    label,
    items: items.map(({ icon, ...item }) => ({ ...item, icon: <NavIcon name={icon} /> })),
  }));
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent-fill px-3 py-2 font-medium text-on-fill focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <nav
        id={drawer}
        aria-label="Main"
        popover="auto"
        className={cn(
          "inset-y-0 left-0 m-0 h-dvh max-h-none w-64 flex-col gap-2 overflow-y-auto border-r bg-sunken p-3 text-text backdrop:bg-backdrop open:flex",
          "lg:sticky lg:top-0 lg:flex lg:w-56 lg:shrink-0",
        )}
      >
        <div className="flex items-center justify-between">
          <Link href="/portal" className="flex h-8 items-center gap-2 rounded px-2 font-semibold">
            <Logo className="size-5" />
            Reseller Portal
          </Link>
          <button
            type="button"
            popoverTarget={drawer}
            popoverTargetAction="hide"
            aria-label="Close navigation"
            className={buttonClass("ghost", "icon", "lg:hidden")}
          >
            <X aria-hidden className="size-4" />
          </button>
        </div>
        <NavLinks groups={groups} />
      </nav>
      <div className="flex min-w-0 grow flex-col">
        <header className="sticky top-0 z-20 flex h-12 items-center gap-1 border-b bg-surface px-2 sm:gap-2 sm:px-4">
          <button
            type="button"
            popoverTarget={drawer}
            aria-label="Open navigation"
            className={buttonClass("ghost", "icon", "lg:hidden")}
          >
            <MenuIcon aria-hidden className="size-4" />
          </button>
          <div className="min-w-0 grow">{switcher}</div>
          {palette}
          <ThemeMenu />
          <Popover
            label="Your account"
            className="w-64 p-1"
            trigger={
              <>
                <CircleUser aria-hidden className="size-4" />
                <span className="sr-only">Your account: </span>
                <span className="max-w-32 truncate max-sm:sr-only">{user.name}</span>
                <span className="font-normal text-muted max-xl:hidden">{user.role}</span>
              </>
            }
          >
            <div className="border-b px-2 pt-1 pb-2 wrap-anywhere">
              <p className="font-medium">{user.name}</p>
              <p className="text-muted">{user.email}</p>
              <p className="mt-1 text-xs text-muted">{user.role}</p>
            </div>
            <div className="pt-1">{signOut}</div>
          </Popover>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-360 grow px-3 py-4 outline-none sm:px-6 sm:py-6"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
