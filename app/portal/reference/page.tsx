import type { Metadata } from "next";
import { operationsOf } from "@/components/reference/document";
import { Prose } from "@/components/reference/prose";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { allDocuments, REFERENCE } from "./documents";

export const metadata: Metadata = { title: "API reference" };

export default function ReferencePage() {
  return (
    <>
      <PageHeader
        title="API reference"
        description="All of them speak of the same customers: use the one that your program knows already."
        actions={<LinkButton href="/portal/keys">API keys</LinkButton>}
      />
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {allDocuments().map(({ surface, document, href }) => {
          const operations = operationsOf(document);
          const roots = [...new Set(operations.map(({ path }) => path.split("/").slice(0, 3).join("/")))];
          return (
            <li key={surface} className="flex flex-col gap-2 rounded-lg border bg-raised px-4 py-3">
              <h2 className="font-semibold">
                <Link href={`${REFERENCE}/${surface}`} className="hover:underline">
                  {document.info.title}
                </Link>
              </h2>
              <p className="text-muted">
                <Prose text={document.info.description} />
              </p>
              <p className="flex flex-wrap gap-x-3 font-mono text-xs wrap-anywhere">
                {roots.slice(0, 4).map((root) => (
                  <span key={root}>{root}</span>
                ))}
              </p>
              <p className="mt-auto flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
                {operations.length} operations
                <TextLink href={href} aria-label={`OpenAPI document of ${document.info.title}`}>
                  OpenAPI document
                </TextLink>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
