import { type Kind, kindLabels, kinds } from "@/components/resources/kinds";
import { EmptyState } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Num } from "@/components/ui/values";
import type { Overview } from "@/lib/api/portal/overview.contract";

type Live = Overview["live"];

const sum = (rows: Live): number => rows.reduce((total, { count }) => total + count, 0);

/** What runs now: kinds by providers, with sums that add up both ways. */
export function LiveTable({ live }: { live: Live }) {
  const providers = [...new Map(live.map(({ provider }) => [provider.id, provider])).values()];
  const shown: readonly Kind[] = kinds.filter((kind) => live.some((row) => row.kind === kind));
  if (shown.length === 0) {
    return <EmptyState title="Nothing runs">Resources of your customers at the providers are counted here.</EmptyState>;
  }
  const at = (kind: Kind | undefined, providerId: string | undefined) =>
    sum(
      live.filter(
        (row) =>
          (kind === undefined || row.kind === kind) && (providerId === undefined || row.provider.id === providerId),
      ),
    );
  const cells = (kind: Kind | undefined) => (
    <>
      {providers.map(({ id }) => (
        <Cell key={id} numeric>
          <Num value={at(kind, id)} />
        </Cell>
      ))}
      <Cell numeric className="font-medium">
        <Num value={at(kind, undefined)} />
      </Cell>
    </>
  );
  return (
    <Table label="Live resources by kind and provider">
      <TableHead>
        <HeadCell>Kind</HeadCell>
        {providers.map(({ id, name }) => (
          <HeadCell key={id} numeric>
            <TextLink href={`/portal/customers?provider_id=${id}`} title={`Customers at ${name}`}>
              {name}
            </TextLink>
          </HeadCell>
        ))}
        <HeadCell numeric>All</HeadCell>
      </TableHead>
      <TableBody>
        {shown.map((kind) => (
          <Row key={kind}>
            <RowHead>{kindLabels[kind]}</RowHead>
            {cells(kind)}
          </Row>
        ))}
        <Row>
          <RowHead>All</RowHead>
          {cells(undefined)}
        </Row>
      </TableBody>
    </Table>
  );
}
