import { agreementFields } from "./agreement-fields";
import { contact } from "./details";

export const steps = ["company", "contact", "providers", "margins", "agreement", "review"] as const;
export type Step = (typeof steps)[number];

export const stepLabels: Record<Step, string> = {
  company: "Company",
  contact: "Contact",
  providers: "Providers",
  margins: "Margins",
  agreement: "Agreement",
  review: "Review",
};

export const stepNamed = (text: string | null): Step => steps.find((step) => step === text) ?? "company";

const contactNames = new Set<string>(contact.map(({ name }) => name));

/** Where the field of that name is filled in. */
export function stepOf(name: string): Step {
  const [first = "", , part, field = ""] = name.split(".");
  if (first !== "accounts") return contactNames.has(first) ? "contact" : "company";
  if (part === "margin" || part === "offer_type_margins") return "margins";
  if (part === "agreement" || (part === "data" && agreementFields.includes(field))) return "agreement";
  return "providers";
}
