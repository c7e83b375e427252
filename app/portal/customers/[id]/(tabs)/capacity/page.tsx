import { AddCapacity } from "@/components/capacity/add-capacity";
import { RemoveCapacity } from "@/components/capacity/remove-capacity";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { Num, TimeAgo } from "@/components/ui/values";
import { showCapacity } from "@/lib/api/portal/belongings.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../../../../ask";
import { Missing } from "../../../../missing";
import { type CustomerPageProps, customerOf } from "../../customer";
import { addEntry } from "./actions";

export const metadata = { title: "Capacity" };

export default async function CapacityPage({ params }: CustomerPageProps) {
  const principal = await pagePrincipal();
  if (!may(principal, "capacity:read")) return <NoPermission need="see capacity" />;
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const { id, name } = customer;
  const { totals, entries, version } = await ask(showCapacity, { params: { customer_id: id } });
  const mayWrite = may(principal, "capacity:write");
  return (
    <div className="flex flex-col gap-4">
      {totals.length === 0 ? (
        <EmptyState title="No capacity yet">What {name} is given and uses, by unit type, is shown here.</EmptyState>
      ) : (
        <Card title="Consumed of available">
          <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
            {totals.map(({ unit_type, unit, available, consumed }) => (
              <li key={unit_type}>
                <Meter label={`${unit_type}: ${unit}`} value={consumed} max={available} />
                {consumed > available && <p className="mt-1 text-xs text-danger">More is consumed than available.</p>}
                {mayWrite && (
                  <div className="mt-1 -ml-2 flex gap-1">
                    {(["available", "consumed"] as const).map((side) => {
                      const going = entries.filter((entry) => entry.side === side && entry.unit_type === unit_type);
                      return (
                        going.length > 0 && (
                          <RemoveCapacity
                            key={side}
                            customerId={id}
                            side={side}
                            unitType={unit_type}
                            entries={going}
                            version={version}
                          />
                        )
                      );
                    })}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {mayWrite && (
        <Card title="Add capacity" description="Entries of one unit type add up.">
          <AddCapacity customerId={id} version={version} post={addEntry.bind(null, id)} />
        </Card>
      )}
      {entries.length > 0 && (
        <Card title="Entries">
          <Table label="Capacity entries">
            <TableHead>
              <HeadCell>Name</HeadCell>
              <HeadCell>Side</HeadCell>
              <HeadCell>Unit type</HeadCell>
              <HeadCell numeric>Amount</HeadCell>
              <HeadCell className="min-w-48">Description</HeadCell>
              <HeadCell>Added</HeadCell>
            </TableHead>
            <TableBody>
              {entries.map((entry) => (
                <Row key={entry.id}>
                  <RowHead>{entry.name || <span className="font-normal text-muted">(no name)</span>}</RowHead>
                  <Cell>
                    <Badge tone={entry.side === "available" ? "accent" : "neutral"}>
                      {entry.side === "available" ? "Available" : "Consumed"}
                    </Badge>
                  </Cell>
                  <Cell>{entry.unit_type}</Cell>
                  <Cell numeric>
                    <Num value={entry.amount} />
                  </Cell>
                  <Cell className="whitespace-pre-line">{entry.description}</Cell>
                  <Cell>
                    <TimeAgo value={entry.created_at} />
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </Card>
      )}
    </div>
  );
}
