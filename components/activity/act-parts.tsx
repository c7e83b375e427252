import { Fragment } from "react";
import { TextLink } from "@/components/ui/text-link";
import type { Sentence } from "./acts";
import type { Thing } from "./things";

export const ThingLink = ({ thing: { lead, name, state, href } }: { thing: Thing }) => (
  <>
    {lead !== undefined && `${lead} `}
    {href ? (
      <TextLink href={href} className="wrap-anywhere">
        {name}
      </TextLink>
    ) : (
      <span className="wrap-anywhere">{name}</span>
    )}
    {state !== undefined && <span className="text-muted"> ({state})</span>}
  </>
);

/** "changed the margins of the account at Azure for Acme": what was done, after who did it. */
export function Told({ sentence: { did, what, to, whose, nothing } }: { sentence: Sentence }) {
  return (
    <>
      {did}
      {[what, to, whose && "for", whose].filter(Boolean).map((part, index) => (
        // A sentence's words never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <Fragment key={index}> {typeof part === "string" ? part : part && <ThingLink thing={part} />}</Fragment>
      ))}
      {nothing && <span className="text-muted">, which changed nothing</span>}
    </>
  );
}

export const requestHref = (correlationId: string): string =>
  `/portal/audit?correlation_id=${encodeURIComponent(correlationId)}`;
