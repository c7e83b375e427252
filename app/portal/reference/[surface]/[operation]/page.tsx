import type { Metadata } from "next";
import { Fragment } from "react";
import { byTag } from "@/components/reference/document";
import { Method } from "@/components/reference/method";
import { OperationList } from "@/components/reference/operation-list";
import { Parameters, RequestBody, Responses } from "@/components/reference/operation-parts";
import { Prose } from "@/components/reference/prose";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { Missing } from "../../../missing";
import { commandOf } from "../../command";
import { documentOf, operationOf, REFERENCE } from "../../documents";

interface Props {
  params: Promise<{ surface: string; operation: string }>;
}

const found = async ({ params }: Props) => {
  const { surface, operation } = await params;
  const documented = documentOf(surface);
  const known = documented && operationOf(documented, decodeURIComponent(operation));
  return known && { ...documented, operation: known };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const known = await found(props);
  if (!known) return { title: "Not found" };
  const { operation, document } = known;
  return { title: `${operation.summary} · ${document.info.title}` };
}

export default async function OperationPage(props: Props) {
  const known = await found(props);
  if (!known) return <Missing />;
  const { surface, document, operation } = known;
  const { operationId, method, path, summary, description, tags } = operation;
  const { command, customer, replace } = await commandOf(document, operation);
  const base = `${REFERENCE}/${surface}`;
  const siblings = byTag(document).find(({ tag }) => tag === tags[0]);
  const permissions = operation["x-permissions"] ?? [];
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: "API reference", href: REFERENCE },
          { label: document.info.title, href: base },
          { label: summary },
        ]}
        title={summary}
        description={
          <span className="flex flex-wrap items-baseline gap-2">
            <Method name={method} />
            <code className="font-mono text-xs wrap-anywhere">{path}</code>
          </span>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            {description && (
              <p className="mb-2 max-w-prose">
                <Prose text={description} />
              </p>
            )}
            <p className="mb-3 text-muted">
              {operation.security?.length === 0
                ? "Open to anybody."
                : `Needs ${permissions.join(" and ") || "credentials"}.`}
            </p>
            <CodeBlock label="curl command" value={command} />
            {customer && (
              <p className="mt-2 text-muted wrap-anywhere">
                It reads <TextLink href={`/portal/customers/${customer.id}`}>{customer.name}</TextLink>: any customer's
                id can stand there.
              </p>
            )}
            {replace.length > 0 && (
              <p className="mt-2 text-muted wrap-anywhere">
                Examples, to be replaced by yours:{" "}
                {replace.map((value, index) => (
                  <Fragment key={value}>
                    {index > 0 && ", "}
                    <code className="font-mono text-xs">{value}</code>
                  </Fragment>
                ))}
              </p>
            )}
          </Card>
          <Parameters document={document} operation={operation} />
          <RequestBody document={document} operation={operation} />
          <Responses document={document} operation={operation} />
        </div>
        {siblings && (
          <Card title={siblings.tag} flush className="max-xl:hidden xl:sticky xl:top-16">
            <div className="max-h-[calc(100dvh-9rem)] overflow-y-auto">
              <OperationList base={base} operations={siblings.operations} current={operationId} />
            </div>
          </Card>
        )}
      </div>
    </>
  );
}
