"use client";

import { useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { type Margin, type Money, marginFor, type OfferType, type OfferTypeMargins } from "@/lib/core/money";
import { amountOf, examplePrice, marginText, offerTypeLabels } from "./example";

/** One row: what a margin makes of the cost, and which level it comes from. */
function Example({
  label,
  margin,
  level,
  cost,
  erp,
}: {
  label: string;
  margin: Margin | null;
  level: "offer type" | "account";
  cost: Money | undefined;
  erp: Money | undefined;
}) {
  const example = margin && cost && erp ? examplePrice(margin, cost, erp) : undefined;
  const percent = (value: string | null | undefined) => (value ? `${value} %` : "–");
  return (
    <Row>
      <RowHead>
        {label}
        <span className="block text-xs font-normal text-muted">
          {margin ? marginText(margin) : "No margin"}, {level === "account" ? "of the account" : "of its own"}
        </span>
      </RowHead>
      <Cell numeric>{example?.price ?? "–"}</Cell>
      <Cell numeric>{example?.profit ?? "–"}</Cell>
      <Cell numeric>{percent(example?.marginPercent)}</Cell>
      <Cell numeric>{percent(example?.markupPercent)}</Cell>
    </Row>
  );
}

const AMOUNT_FAULT = "Enter an amount with at most two decimals, such as 100.00.";

/** What margins make of a cost, as they are typed; offer types that have none of their own inherit the account's. */
export function PriceExample({
  provider,
  margin,
  overrides,
  offerTypes,
}: {
  provider: string;
  margin: Margin | null;
  overrides: OfferTypeMargins;
  offerTypes: readonly OfferType[];
}) {
  const [costText, setCost] = useState("100.00");
  const [erpText, setErp] = useState("120.00");
  const id = useId();
  const amounts = { cost: amountOf(costText), erp: amountOf(erpText) };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap gap-3">
        <Field
          id={`${id}-cost`}
          label="Your cost"
          required
          error={amounts.cost ? undefined : AMOUNT_FAULT}
          className="w-36"
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              value={costText}
              onChange={(event) => setCost(event.target.value)}
            />
          )}
        </Field>
        <Field
          id={`${id}-erp`}
          label="List price"
          required
          error={amounts.erp ? undefined : AMOUNT_FAULT}
          className="w-36"
        >
          {(control) => (
            <Input {...control} inputMode="decimal" value={erpText} onChange={(event) => setErp(event.target.value)} />
          )}
        </Field>
      </div>
      <Table label={`Price example for ${provider}`}>
        <TableHead>
          <HeadCell className="max-sm:whitespace-normal">Offers and the margin that counts</HeadCell>
          <HeadCell numeric>Price</HeadCell>
          <HeadCell numeric>Profit</HeadCell>
          <HeadCell numeric>Margin</HeadCell>
          <HeadCell numeric>Markup</HeadCell>
        </TableHead>
        <TableBody>
          {offerTypes.length === 0 && <Example label="All offers" margin={margin} level="account" {...amounts} />}
          {offerTypes.map((type) => (
            <Example key={type} label={offerTypeLabels[type]} {...marginFor(type, margin, overrides)} {...amounts} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
