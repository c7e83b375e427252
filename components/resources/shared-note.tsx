import { type ResourceKind, resourceKinds } from "@/lib/core/resources";
import { kindCount } from "./kinds";

/** Why a customer's page counts more than the list: what it shares is its, too, but another customer's to own. */
export function SharedNote({ kinds }: { kinds: Record<ResourceKind, { count: number }> }) {
  const shared = resourceKinds.filter((kind) => kinds[kind].count > 0);
  if (shared.length === 0) return null;
  const what = new Intl.ListFormat("en").format(shared.map((kind) => kindCount(kind, kinds[kind].count)));
  return (
    <p className="text-xs text-muted">
      With {what} in projects that another customer shares with it. The list of customers, its CSV and a deletion count
      only what runs in its own projects.
    </p>
  );
}
