import Check from "lucide-react/icons/check";
import ChevronRight from "lucide-react/icons/chevron-right";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { Popover } from "@/components/ui/popover";

interface Tenant {
  id: string;
  name: string;
}

/** CSP ▸ reseller. Whoever can choose gets a list of buttons of one form, which needs no script. */
export function TenantSwitcher({
  csp,
  reseller,
  choices,
  action,
}: {
  csp: string;
  reseller: Tenant | undefined;
  choices: readonly Tenant[];
  /** Gets `reseller`: an id, or empty for the whole CSP. */
  action: (form: FormData) => Promise<void>;
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
      <form action={action}>
        <ul className="flex flex-col">
          {[{ id: "", name: "All resellers" }, ...choices].map(({ id, name }) => {
            const chosen = id === (reseller?.id ?? "");
            return (
              <li key={id}>
                <button
                  type="submit"
                  name="reseller"
                  value={id}
                  aria-current={chosen ? "true" : undefined}
                  className="flex min-h-8 w-full cursor-pointer items-center gap-2 rounded px-2 text-left hover:bg-hover pointer-coarse:min-h-10"
                >
                  <span className="min-w-0 grow truncate">{name}</span>
                  {chosen && <Check aria-hidden className="size-4 shrink-0" />}
                </button>
              </li>
            );
          })}
        </ul>
      </form>
    </Popover>
  );
}
