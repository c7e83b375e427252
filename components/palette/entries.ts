import { customerTabs } from "@/components/customers/customer-tabs";

/** A page that the palette leads to. */
export interface Entry {
  label: string;
  href: string;
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s&]+/)
    .filter(Boolean);

/** What is looked for in any order, each word from its beginning: "new cu" finds "New customer". */
export const matching = <T extends { label: string }>(entries: readonly T[], asked: string): T[] =>
  entries.filter(({ label }) => words(asked).every((word) => words(label).some((has) => has.startsWith(word))));

/** The pages of the customer whose page is open. */
export function ofThisCustomer(pathname: string): Entry[] {
  const id = /^\/portal\/customers\/([0-9a-f-]{36})(\/|$)/.exec(pathname)?.[1];
  return id === undefined ? [] : customerTabs(id).filter(({ href }) => href !== pathname);
}
