"use client";

import { type ChangeEventHandler, useId, useState } from "react";
import { CustomerChoices, useCustomerChoices } from "@/components/customers/customer-choices";
import { Field } from "@/components/ui/field";
import { Input, type Option, Select } from "@/components/ui/input";
import { GoingOnField } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { useRouter } from "@/components/ui/use-router";
import { AUDIT, type AuditFilters, auditHref, filtersOf } from "./filters";

/** A form that leads to its own address: with a script without what was left empty, and without a page load. */
export function FilterForm({
  filters,
  surfaces,
  resellers,
  actions,
  actors,
}: {
  filters: AuditFilters;
  surfaces: readonly Option[];
  /** Empty where there is nothing to choose. */
  resellers: readonly Option[];
  /** What can be asked for, as proposals. */
  actions: readonly string[];
  actors: readonly string[];
}) {
  const router = useRouter();
  const id = useId();
  const asksMore = filters.subject_id ?? filters.correlation_id;
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
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3 lg:grid-cols-4">
        <FilterField
          name="actor"
          label="Who"
          hint="A name's beginning, or an id"
          list={`${id}-actors`}
          filters={filters}
        />
        <Proposals id={`${id}-actors`} values={actors} />
        <CustomerFilter filters={filters} />
        <FilterField
          name="action"
          label="Action"
          hint="customer, or customer.update"
          list={`${id}-actions`}
          filters={filters}
        />
        <Proposals id={`${id}-actions`} values={actions} />
        {resellers.length > 0 && (
          <FilterSelect name="reseller_id" label="Reseller" any="Any reseller" options={resellers} filters={filters} />
        )}
        <FilterSelect name="surface" label="By" any="Any API" options={surfaces} filters={filters} />
        <FilterField name="from" label="From" type="date" filters={filters} />
        <FilterField name="to" label="Until" type="date" filters={filters} />
      </div>
      <details open={asksMore !== undefined} className="mt-2">
        <summary className="w-fit cursor-pointer rounded text-muted">By id</summary>
        <div className="mt-2 grid items-start gap-3 sm:grid-cols-2">
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

const Proposals = ({ id, values }: { id: string; values: readonly string[] }) => (
  <datalist id={id}>
    {values.map((value) => (
      <option key={value} value={value} />
    ))}
  </datalist>
);

/** The address has an id; a name that is typed is looked up here while it is typed, else by the page. */
function CustomerFilter({ filters }: { filters: AuditFilters }) {
  const list = useId();
  const [typed, setTyped] = useState(filters.customer_id ?? "");
  const { found, chosen } = useCustomerChoices(typed);
  return (
    <>
      <FilterField
        name="customer_id"
        label="Customer"
        hint={chosen?.name ?? "A name, or any id"}
        list={list}
        filters={filters}
        onChange={(event) => setTyped(event.target.value)}
      />
      <CustomerChoices id={list} found={found} />
    </>
  );
}

const FilterSelect = ({
  name,
  label,
  any,
  options,
  filters,
}: {
  name: keyof AuditFilters;
  label: string;
  any: string;
  options: readonly Option[];
  filters: AuditFilters;
}) => (
  <Field label={label} required>
    {({ required: _, ...control }) => (
      <Select {...control} name={name} defaultValue={filters[name] ?? ""} placeholder={any} options={options} />
    )}
  </Field>
);

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
  onChange?: ChangeEventHandler<HTMLInputElement>;
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
