import { customerTabs } from "@/components/customers/customer-tabs";

/** A page that the palette leads to. */
export interface Entry {
  label: string;
  href: string;
  /** What else it is found by. */
  also?: string | undefined;
  /** What tells it from others of its name. */
  more?: string | undefined;
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s&]+/)
    .filter(Boolean);

/** What is looked for in any order, each word from its beginning: "new cu" finds "New customer". */
export const matching = <T extends Pick<Entry, "label" | "also">>(entries: readonly T[], asked: string): T[] =>
  entries.filter(({ label, also = "" }) => {
    const has = words(`${label} ${also}`);
    return words(asked).every((word) => has.some((one) => one.startsWith(word)));
  });

/** The pages of the customer whose page is open. */
export function ofThisCustomer(pathname: string): Entry[] {
  const id = /^\/portal\/customers\/([0-9a-f-]{36})(\/|$)/.exec(pathname)?.[1];
  return id === undefined ? [] : customerTabs(id).filter(({ href }) => href !== pathname);
}
