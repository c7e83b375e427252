import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { Num, TimeAgo } from "@/components/ui/values";

export interface ImportItem {
  id: string;
  name: string;
  by: string;
  status: "WAITING" | "RUNNING" | "DONE" | "ERROR";
  done: number;
  startedAt: Date;
  isUndo: boolean;
  isUndone: boolean;
}

const looks: Record<ImportItem["status"], { label: string; tone: Tone }> = {
  WAITING: { label: "Waiting", tone: "neutral" },
  RUNNING: { label: "Running", tone: "accent" },
  DONE: { label: "Done", tone: "success" },
  ERROR: { label: "Stopped", tone: "danger" },
};

/** What was imported lately, each with the way to its rows that failed and to undoing it. */
export function LatestImports({ items }: { items: readonly ImportItem[] }) {
  if (items.length === 0) return null;
  return (
    <Card title="Latest imports" flush className="mt-6 overflow-hidden">
      <Table label="Imports, the latest first" className="rounded-none! border-x-0! border-b-0!">
        <TableHead>
          <HeadCell>Import</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell numeric>Rows</HeadCell>
          <HeadCell>By</HeadCell>
          <HeadCell>When</HeadCell>
        </TableHead>
        <TableBody>
          {items.map(({ id, name, by, status, done, startedAt, isUndo, isUndone }) => (
            <Row key={id}>
              <RowHead className="wrap-anywhere">
                <TextLink href={`?import=${id}`}>
                  {isUndo && "Undoing "}
                  {name || "Pasted rows"}
                </TextLink>
              </RowHead>
              <Cell>
                {isUndone ? <Badge>Undone</Badge> : <Badge tone={looks[status].tone}>{looks[status].label}</Badge>}
              </Cell>
              <Cell numeric>
                <Num value={done} />
              </Cell>
              <Cell>{by}</Cell>
              <Cell>
                <TimeAgo value={startedAt} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
