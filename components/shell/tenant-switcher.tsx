import ChevronRight from "lucide-react/icons/chevron-right";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { Popover } from "@/components/ui/popover";
import { TenantLinks } from "./tenant-links";

interface Tenant {
  id: string;
  name: string;
}

/** CSP ▸ reseller. Whoever can choose gets a list of links. */
export function TenantSwitcher({
  csp,
  reseller,
  choices,
}: {
  csp: string;
  reseller: Tenant | undefined;
  choices: readonly Tenant[];
}) {
  const path = (
    <>
      {/* Not on a phone, which has no room for both. */}
      <span className="truncate text-muted max-sm:hidden">{csp}</span>
      <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted max-sm:hidden" />
      <span className="truncate font-medium max-sm:max-w-28">{reseller?.name ?? "All resellers"}</span>
    </>
  );
  if (choices.length === 0) return <p className="flex min-w-0 items-center gap-1 px-1">{path}</p>;
  return (
    <Popover
      label="Choose a reseller"
      align="start"
      className="w-72 p-1"
      trigger={
        <>
          <span className="sr-only">Customers of: </span>
          {path}
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </>
      }
    >
      <TenantLinks chosen={reseller?.id} choices={choices} />
    </Popover>
  );
}
