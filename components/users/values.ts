import { withoutEmpty } from "@/components/form/names";
import type { Role } from "@/lib/core/scope";

/** What a user is made of, under the API's names. */
export interface UserValues {
  email: string;
  name: string;
  role: string;
  reseller_id: string;
}

/** Somebody who was added, with the password that was made. */
export interface Invited {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** What each role is for. */
export const roleHints: Record<Role, string> = {
  csp_admin: "Sees and changes everything of every reseller",
  csp_viewer: "Sees everything of every reseller, changes nothing",
  reseller_admin: "Sees and changes everything of one reseller",
  reseller_viewer: "Sees everything of one reseller, changes nothing",
};

/** Only a reseller's user is of a reseller. */
export const isOfReseller = (role: string): boolean => role.startsWith("reseller_");

/** The reseller that was chosen counts only for a role that has one. */
export const bodyOf = ({ reseller_id, ...values }: UserValues) =>
  withoutEmpty({ ...values, reseller_id: isOfReseller(values.role) ? reseller_id : "" }) ?? {};
