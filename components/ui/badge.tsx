import type { ReactNode } from "react";
import { cn } from "./cn";
import { softTone, type Tone } from "./tone";

export function Badge({
  tone = "neutral",
  dot = false,
  className,
  children,
}: {
  tone?: Tone;
  dot?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap ring-1 ring-current/20 ring-inset",
        softTone[tone],
        className,
      )}
    >
      {dot && <span aria-hidden className="size-1.5 rounded-full bg-current" />}
      {children}
    </span>
  );
}

export type CustomerStatus = "CONFIGURED" | "ACTIVE" | "DISABLED";
export type AgreementStatus = "required" | "linkgenerated" | "customeraccepted" | "linkexpired" | "agreementcreated";

const statuses: Record<CustomerStatus, { tone: Tone; label: string }> = {
  CONFIGURED: { tone: "accent", label: "Configured" },
  ACTIVE: { tone: "success", label: "Active" },
  DISABLED: { tone: "neutral", label: "Disabled" },
};

const agreements: Record<AgreementStatus, { tone: Tone; label: string }> = {
  required: { tone: "warning", label: "Required" },
  linkgenerated: { tone: "accent", label: "Link sent" },
  customeraccepted: { tone: "success", label: "Accepted" },
  linkexpired: { tone: "danger", label: "Link expired" },
  agreementcreated: { tone: "success", label: "Signed" },
};

export const statusLabel = (status: CustomerStatus) => statuses[status].label;
export const agreementLabel = (status: AgreementStatus) => agreements[status].label;

export const StatusBadge = ({ status }: { status: CustomerStatus }) => (
  <Badge tone={statuses[status].tone} dot>
    {statuses[status].label}
  </Badge>
);

/** `null` where the provider knows no agreement. */
export const AgreementBadge = ({ status }: { status: AgreementStatus | null }) =>
  status === null ? (
    <span className="text-muted">None</span>
  ) : (
    <Badge tone={agreements[status].tone} dot>
      {agreements[status].label}
    </Badge>
  );
