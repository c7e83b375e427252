import { marginText, offerTypeLabels } from "@/components/margins/example";
import type { Margin, OfferType, OfferTypeMargins } from "@/lib/core/money";

/** "Markup 10 %", and a line for each offer type with another one. */
export function MarginsInWords({ margin, overrides }: { margin: Margin | null; overrides: OfferTypeMargins }) {
  // The keys are offer types: the contract knows no others.
  const lines = Object.entries(overrides) as [OfferType, Margin][];
  return (
    <ul>
      <li>{margin ? marginText(margin) : <span className="text-muted">No margin</span>}</li>
      {lines.map(([type, one]) => (
        <li key={type} className="text-muted">
          {offerTypeLabels[type]}: {marginText(one)}
        </li>
      ))}
    </ul>
  );
}
