"use client";

import { useId } from "react";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, type Option, Select } from "@/components/ui/input";
import { GoingOnField } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { useRouter } from "@/components/ui/use-router";
import { AUDIT, type AuditFilters, auditHref, filtersOf } from "./filters";

/** A form that leads to its own address: with a script without what was left empty, and without a page load. */
export function FilterForm({
  filters,
  surfaces,
  actions,
}: {
  filters: AuditFilters;
  surfaces: readonly Option[];
  /** What can be asked for, as proposals. */
  actions: readonly string[];
}) {
  const router = useRouter();
  const list = useId();
  const asksMore = filters.customer_id ?? filters.subject_id ?? filters.correlation_id;
  return (
    <form
      action={AUDIT}
      className="mb-4 rounded-lg border bg-raised px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        router.push(auditHref(filtersOf((name) => form.get(name)?.toString())));
      }}
    >
      <GoingOnField />
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3 xl:grid-cols-5">
        <FilterField name="actor" label="Who" hint="A name's beginning, or an id" filters={filters} />
        <FilterField name="action" label="Action" hint="customer, or customer.update" list={list} filters={filters} />
        <datalist id={list}>
          {actions.map((action) => (
            <option key={action} value={action} />
          ))}
        </datalist>
        <Field label="By" required>
          {({ required: _, ...control }) => (
            <Select
              {...control}
              name="surface"
              defaultValue={filters.surface ?? ""}
              placeholder="Any API"
              options={surfaces}
            />
          )}
        </Field>
        <FilterField name="from" label="From" type="date" filters={filters} />
        <FilterField name="to" label="Until" type="date" filters={filters} />
      </div>
      <details open={asksMore !== undefined} className="mt-2">
        <summary className="w-fit cursor-pointer rounded text-muted">By id</summary>
        <div className="mt-2 grid items-start gap-3 sm:grid-cols-3">
          <FilterField name="customer_id" label="Customer" hint="Its id" filters={filters} />
          <FilterField name="subject_id" label="What was changed" hint="Its id" filters={filters} />
          <FilterField name="correlation_id" label="Request" hint="The correlation id" filters={filters} />
        </div>
      </details>
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        {Object.keys(filters).length > 0 && <LinkButton href={AUDIT}>Clear</LinkButton>}
        <SubmitButton>Filter</SubmitButton>
      </div>
    </form>
  );
}

/** No field has to be filled in, and none says so: that is how filters are. */
const FilterField = ({
  name,
  label,
  hint,
  filters,
  ...rest
}: {
  name: keyof AuditFilters;
  label: string;
  hint?: string;
  filters: AuditFilters;
  type?: "date";
  list?: string;
}) => (
  <Field label={label} hint={hint} required>
    {({ required: _, ...control }) => (
      <Input
        {...control}
        {...rest}
        name={name}
        // An address made by hand may hold more than a day; the field of a day shows no more.
        defaultValue={rest.type === "date" ? filters[name]?.slice(0, 10) : filters[name]}
        autoComplete="off"
        spellCheck={false}
      />
    )}
  </Field>
);
