import { ImportCustomers } from "@/components/customer-import/import-customers";
import { LatestImports } from "@/components/customer-import/latest-imports";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { pageScope } from "@/lib/auth/page";
import { clock } from "@/lib/core/time";
import { listImports } from "@/lib/domain/imports/run";

export const metadata = { title: "Import customers" };

export default async function ImportPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await pageScope("customers:read", "customers:write");
  const header = (
    <PageHeader
      title="Import customers"
      breadcrumbs={[{ label: "Customers", href: "/portal/customers" }, { label: "Import" }]}
    />
  );
  if (!scope) {
    return (
      <NoPermission need="import customers" action={<LinkButton href="/portal/customers">See customers</LinkButton>} />
    );
  }
  const { import: begun } = await searchParams;
  const latest = begun ? [] : await listImports(scope, clock());
  return (
    <>
      {header}
      <noscript>
        <Alert tone="warning">
          Importing a file needs scripts, which your browser does not run here. One customer can be added without them.
        </Alert>
      </noscript>
      <ImportCustomers />
      <LatestImports
        items={latest.map(({ job, done, undoId }) => ({
          id: job.id,
          name: job.name,
          by: job.actorName,
          status: job.status,
          done,
          startedAt: job.startedAt,
          isUndo: job.parentId !== null,
          isUndone: undoId !== null,
        }))}
      />
    </>
  );
}
