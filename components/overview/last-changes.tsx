import { actionText } from "@/components/activity/words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import type { AuditEntry } from "@/lib/api/portal/activity.contract";

/** Who did what a moment ago. */
export const LastChanges = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <Card title="Last changes" actions={<TextLink href="/portal/audit">Audit log</TextLink>}>
    {entries.length === 0 ? (
      <EmptyState title="Nothing was changed yet" />
    ) : (
      <ul className="divide-y">
        {entries.map(({ id, at, action, actor, customer, surface, correlation_id }) => (
          <li key={id} className="py-1.5">
            <p className="flex items-baseline justify-between gap-3">
              <TextLink
                href={`/portal/audit?correlation_id=${encodeURIComponent(correlation_id)}`}
                className="min-w-0 truncate"
              >
                {actionText(action)}
              </TextLink>
              <span className="text-xs text-muted">
                <TimeAgo value={at} />
              </span>
            </p>
            <p className="truncate text-xs text-muted">
              {[customer?.name, `${actor.name} by ${surface}`].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
