import type { z } from "zod";
import type { updateCustomer } from "@/lib/api/portal/customers.contract";
import { company, contact, type Detail } from "./details";
import type { DetailName, DetailValues } from "./values";

/** What can be changed of a customer that is there; its reseller cannot. */
export const editable: readonly Detail[] = [...company, ...contact].filter(({ name }) => name !== "reseller_id");

const textOf = (values: DetailValues, name: DetailName): string => (values[name] ?? "").trim();

/** The details among other fields of a customer, as a form has them. */
export const detailsOf = (customer: Readonly<Partial<Record<DetailName, unknown>>>): DetailValues =>
  Object.fromEntries(editable.map(({ name }) => [name, String(customer[name] ?? "")]));

/** The fields that differ. */
export const differing = (one: DetailValues, other: DetailValues): readonly Detail[] =>
  editable.filter(({ name }) => textOf(one, name) !== textOf(other, name));

export type Patch = z.input<NonNullable<typeof updateCustomer.body>>;

/** The change from one state to another, and nothing else. `check` says whether it is one that the API takes. */
export const patchOf = (before: DetailValues, after: DetailValues): Patch =>
  Object.fromEntries(
    differing(before, after).map(({ name }) => {
      const value = textOf(after, name);
      return [name, name === "external_id" && value === "" ? null : value];
    }),
  );

export interface Conflict {
  detail: Detail;
  mine: string;
  theirs: string;
  /** Only one of the two has touched the field: its value is the one to begin with. */
  changedBy: "me" | "them" | "both";
}

/** Where two people have come to different values, from the state that both began with. */
export function conflictsOf(base: DetailValues, mine: DetailValues, theirs: DetailValues): Conflict[] {
  return differing(mine, theirs).map((detail) => {
    const [was, my, their] = [base, mine, theirs].map((values) => textOf(values, detail.name)) as [
      string,
      string,
      string,
    ];
    return { detail, mine: my, theirs: their, changedBy: their === was ? "me" : my === was ? "them" : "both" };
  });
}
