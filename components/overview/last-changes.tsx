import { requestHref, ThingLink, Told } from "@/components/activity/act-parts";
import { type Act, sentenceOf } from "@/components/activity/acts";
import { actorOf, type Known } from "@/components/activity/things";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";

/** Who did what a moment ago. */
export const LastChanges = ({ acts, known }: { acts: readonly Act[]; known: Known }) => (
  <Card title="Last changes" actions={<TextLink href="/portal/audit">Audit log</TextLink>}>
    {acts.length === 0 ? (
      <EmptyState title="Nothing was changed yet" />
    ) : (
      <ul aria-label="Last changes" className="divide-y">
        {acts.map((act) => (
          <LastChange key={act.entries[0].id} act={act} known={known} />
        ))}
      </ul>
    )}
  </Card>
);

function LastChange({ act, known }: { act: Act; known: Known }) {
  const [entry] = act.entries;
  return (
    <li className="py-1.5">
      <p>
        <ThingLink thing={actorOf(entry, known)} /> <Told sentence={sentenceOf(act, known)} />
      </p>
      <p className="text-xs text-muted">
        <TextLink href={requestHref(entry.correlation_id)}>
          <TimeAgo value={entry.at} />
        </TextLink>{" "}
        · {entry.surface}
      </p>
    </li>
  );
}
