import { Badge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { formatBytes } from "@/components/ui/format";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { Instant, TimeAgo } from "@/components/ui/values";
import { isUuid } from "@/lib/core/ids";
import { GIGABYTE, type ResourceAttributes, type ResourceKind, sizeInGb } from "@/lib/core/resources";
import { kindLabel } from "./kinds";
import { LifetimeBar } from "./lifetime-bar";

export interface ResourceLine {
  id: string;
  kind: ResourceKind;
  name: string;
  provider: string;
  project: string;
  startedAt: Date;
  endedAt: Date | null;
  attributes: ResourceAttributes;
  /** Why nothing needs it any more, as far as the data tell. */
  orphan?: string;
}

/** What tells a resource from others of its kind. */
export const attributesText = ({ flavor, ip_address, volume_type, ...sized }: ResourceAttributes): string => {
  const gb = sizeInGb(sized);
  // A type that is known by its id alone is as long as a line, and tells a reader nothing.
  const type = volume_type && isUuid(volume_type) ? undefined : volume_type;
  return [flavor, ip_address, gb !== undefined && formatBytes(gb * GIGABYTE, "decimal"), type]
    .filter(Boolean)
    .join(" · ");
};

const Place = ({ line }: { line: ResourceLine }) => (
  <Cell className="whitespace-nowrap">
    {line.project || "(no name)"}
    <span className="block text-xs text-muted">{line.provider}</span>
  </Cell>
);

export function ResourceTable({
  lines,
  from,
  until,
  at,
}: {
  lines: readonly ResourceLine[];
  /** What the lifetime bars stretch over. */
  from: Date;
  until: Date;
  at: Date;
}) {
  const ended = lines.some(({ endedAt }) => endedAt !== null);
  return (
    <Table label="List of resources" fit>
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell>Lifetime</HeadCell>
        <HeadCell>Details</HeadCell>
        <HeadCell>Project</HeadCell>
        <HeadCell>Started</HeadCell>
        {ended && <HeadCell>Ended</HeadCell>}
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <Row key={line.id}>
            <RowHead>
              {line.name || <span className="font-normal text-muted">(no name)</span>}
              <span className="flex items-center gap-2 text-xs font-normal text-muted">
                <span className="whitespace-nowrap">{kindLabel(line.kind)}</span>
                <CopyId value={line.id} label="resource id" short />
              </span>
            </RowHead>
            <Cell>
              <LifetimeBar startedAt={line.startedAt} endedAt={line.endedAt} from={from} until={until} mark={at} />
            </Cell>
            <Cell>
              <span className="block whitespace-nowrap">{attributesText(line.attributes)}</span>
              {line.orphan && <Badge tone="warning">Orphan: {line.orphan}</Badge>}
            </Cell>
            <Place line={line} />
            <Cell className="whitespace-nowrap">
              <TimeAgo value={line.startedAt} />
            </Cell>
            {ended && (
              <Cell className="whitespace-nowrap">
                {line.endedAt ? <TimeAgo value={line.endedAt} /> : <span className="text-muted">Running</span>}
              </Cell>
            )}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

const changes = [
  { key: "added", label: "Added", tone: "success" },
  { key: "ended", label: "Ended", tone: "neutral" },
  { key: "resized", label: "Resized", tone: "accent" },
] as const;

/** What changed between two days: one line a resource. */
export function DifferenceTable({
  difference,
}: {
  difference: {
    added: readonly ResourceLine[];
    ended: readonly ResourceLine[];
    resized: readonly { before: ResourceLine; after: ResourceLine }[];
  };
}) {
  const lines = [
    ...difference.added.map((line) => ({
      change: changes[0],
      line,
      details: attributesText(line.attributes),
      when: line.startedAt,
    })),
    ...difference.ended.map((line) => ({
      change: changes[1],
      line,
      details: attributesText(line.attributes),
      when: line.endedAt,
    })),
    ...difference.resized.map(({ before, after }) => ({
      change: changes[2],
      line: after,
      details: `${attributesText(before.attributes)} → ${attributesText(after.attributes)}`,
      when: after.startedAt,
    })),
  ];
  return (
    <Table label="Differences" fit>
      <TableHead>
        <HeadCell>Change</HeadCell>
        <HeadCell>Name</HeadCell>
        <HeadCell>Kind</HeadCell>
        <HeadCell>Details</HeadCell>
        <HeadCell>Project</HeadCell>
        <HeadCell>When</HeadCell>
      </TableHead>
      <TableBody>
        {lines.map(({ change, line, details, when }) => (
          <Row key={`${change.key} ${line.id}`}>
            <Cell>
              <Badge tone={change.tone}>{change.label}</Badge>
            </Cell>
            <RowHead>{line.name || line.id.slice(0, 8)}</RowHead>
            <Cell className="whitespace-nowrap">{kindLabel(line.kind)}</Cell>
            <Cell className="whitespace-nowrap">{details}</Cell>
            <Place line={line} />
            <Cell className="whitespace-nowrap">{when && <Instant value={when} />}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
