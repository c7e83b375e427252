"use client";

import { useMutation } from "@tanstack/react-query";
import Upload from "lucide-react/icons/upload";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { useWrite } from "@/components/form/use-write";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Input, Textarea } from "@/components/ui/input";
import { useRouter } from "@/components/ui/use-router";
import { ApiProblem, call, late } from "@/lib/api/call";
import { importColumns } from "./fields";
import { ImportProgress } from "./import-progress";
import { PlanTable } from "./plan-table";
import { readFile } from "./read-file";

const contracts = late(() => import("@/lib/api/portal/imports.contract"));

const PAGE = "/portal/customers/import";

const faultOf = (error: unknown): string | undefined => {
  if (!(error instanceof ApiProblem)) return undefined;
  const fault = error.fault("/csv");
  return fault ? `The file ${fault}.` : error.message;
};

/** A file, what it would do row by row, and how far that has come once it is begun. */
export function ImportCustomers() {
  const hydrated = useHydrated();
  const router = useRouter();
  const begun = useSearchParams().get("import");
  const [csv, setCsv] = useState("");
  const [name, setName] = useState("");
  const plan = useMutation({
    mutationFn: async (text: string) => call((await contracts()).planImport, { body: { csv: text } }),
  });
  const start = useWrite({
    once: true,
    mutationFn: async () => call((await contracts()).startImport, { body: { csv, plan: plan.data?.plan, name } }),
    onSuccess: ({ id }) => open(id),
    // Somebody was faster: what would happen now is another plan.
    onError: (error) => {
      if (error instanceof ApiProblem && error.problem.code === "version.stale") plan.mutate(csv);
    },
  });

  const open = (id: string | undefined) => {
    plan.reset();
    start.reset();
    setCsv("");
    setName("");
    router.push(id ? `${PAGE}?import=${id}` : PAGE);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await readFile(file);
    setCsv(text);
    setName(file.name);
    plan.mutate(text);
  };
  if (begun) return <ImportProgress key={begun} id={begun} onOpen={open} />;

  const { create = 0, change = 0, error = 0 } = plan.data?.counts ?? {};
  const toDo = [create > 0 && `create ${formatNumber(create)}`, change > 0 && `change ${formatNumber(change)}`].filter(
    Boolean,
  );
  const label = toDo.length > 0 ? `${toDo.join(" and ")} customer${create + change === 1 ? "" : "s"}` : "";
  return (
    <div className="flex flex-col gap-4">
      <Card title="File" className="max-w-3xl">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (csv.trim() !== "") plan.mutate(csv);
          }}
          className="flex flex-col gap-4"
        >
          {/* One of the two is needed, so neither is called optional. */}
          <Field
            label="CSV file"
            required
            hint="At most 20,000 rows and 10 MB. Nothing is written before you have seen the plan."
          >
            {({ required: _, ...control }) => (
              <Input
                {...control}
                type="file"
                accept=".csv,text/csv,text/plain"
                disabled={!hydrated}
                onChange={(event) => void take(event.target.files?.[0])}
              />
            )}
          </Field>
          <Field label="Or paste rows, with the column names first" required error={faultOf(plan.error)}>
            {({ required: _, ...control }) => (
              <Textarea
                {...control}
                rows={6}
                spellCheck={false}
                disabled={!hydrated}
                // A file of megabytes is not drawn as text.
                value={name === "" ? csv : ""}
                placeholder={"name,city,country,email\nHarbour Lights GmbH,Kiel,DE,office@harbour.example"}
                onChange={(event) => {
                  setCsv(event.target.value);
                  setName("");
                  plan.reset();
                }}
                className="font-mono"
              />
            )}
          </Field>
          <div>
            <Button type="submit" pending={plan.isPending} disabled={!hydrated || csv.trim() === ""}>
              Show the plan
            </Button>
          </div>
          <details>
            <summary className="cursor-pointer">Columns that a file can have</summary>
            <p className="mt-2 text-muted">
              A row with an id, or with the external id of one customer, changes that customer; any other creates one.
              An empty cell leaves a field as it is; <code>&lt;empty&gt;</code> in it empties the field. An export of
              your customers can be edited and imported.
            </p>
            <p className="mt-2 font-mono text-xs wrap-anywhere">{importColumns.join(", ")}</p>
          </details>
        </form>
      </Card>
      {plan.data && (
        <section aria-label="Plan" className="flex flex-col gap-4">
          {start.error && (
            <Alert tone="danger" title="Nothing was imported" live>
              {faultOf(start.error) ?? start.error.message}
            </Alert>
          )}
          {plan.data.ignored_columns.length > 0 && (
            <Alert>Columns that are not read: {plan.data.ignored_columns.join(", ")}.</Alert>
          )}
          {error > 0 && (
            <Alert tone="warning" title={`${formatNumber(error)} ${error === 1 ? "row has" : "rows have"} an error`}>
              They are left out. Mend them in the file and choose it again, or go on without them.
            </Alert>
          )}
          <PlanTable key={plan.data.plan} rows={plan.data.rows} counts={plan.data.counts} />
          {label === "" ? (
            <Alert>There is nothing to import from this file.</Alert>
          ) : (
            <div>
              <Button
                variant="primary"
                pending={start.pending || plan.isPending}
                onClick={() => void start.write()}
                icon={<Upload aria-hidden className="size-4" />}
              >
                {label.charAt(0).toUpperCase() + label.slice(1)}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
