import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Outcome } from "./bulk";
import { summaryOf } from "./bulk-words";

/** What came of an act, customer by customer. */
export const BulkOutcomes = ({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) => (
  <Dialog open onClose={onClose} title="What came of it" description={summaryOf(outcomes)}>
    <Table label="Results">
      <TableHead>
        <HeadCell>Customer</HeadCell>
        <HeadCell>Result</HeadCell>
      </TableHead>
      <TableBody>
        {outcomes.map(({ id, name, fault }) => (
          <Row key={id}>
            <RowHead>{name}</RowHead>
            <Cell>
              {fault === undefined ? (
                <Badge tone="success">Done</Badge>
              ) : (
                <>
                  <Badge tone="danger">Not done</Badge> {fault}
                </>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  </Dialog>
);
