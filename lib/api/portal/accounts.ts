import type { NewAccount as Planned } from "../../domain/accounts/add";
import type { NewAccount } from "./customers.contract";
import { camelKeys } from "./names";

/** A new account as the domain takes it. */
export const newAccount = ({ agreement, ...account }: NewAccount, now: Date): Planned => ({
  ...camelKeys(account),
  agreement: agreement && {
    ...camelKeys(agreement),
    signatory: agreement.signatory && camelKeys(agreement.signatory),
    updatedAt: now,
  },
});
