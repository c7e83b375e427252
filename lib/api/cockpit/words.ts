import { Problem } from "../../core/problem";

/** The domain's names of what this API calls otherwise. */
const words: Record<string, string> = {
  name: "companyName",
  partners: "customerAssociations",
  providerId: "providerInstanceId",
  data: "providerCustomerData",
  agreement: "microsoftCustomerAgreement",
  cursor: "continuationToken",
};

/**
 * Lets the domain's faults be told under the names that the caller used. `keys` are those of the accounts, which the
 * domain knows by their place.
 */
export async function inCallersWords<T>(work: Promise<T>, keys: readonly string[] = []): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem) || !error.facts.issues) throw error;
    const issues = error.facts.issues.map((issue) => {
      const [first, place, ...rest] = issue.path;
      const key = first === "accounts" && typeof place === "number" ? keys[place] : undefined;
      const path = key === undefined ? issue.path : rest;
      // Behind `data` come the provider's own names.
      const data = path.indexOf("data");
      const said = path.map((piece, index) => (data >= 0 && index > data ? piece : (words[piece] ?? piece)));
      return { ...issue, path: key === undefined ? said : ["providerCustomers", key, ...said] };
    });
    throw new Problem(error.code, { ...error.facts, issues });
  }
}
