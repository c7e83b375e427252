import type { Metadata } from "next";
import { ConnectionCard } from "@/components/reference/connection-card";
import { byTag } from "@/components/reference/document";
import { OperationList } from "@/components/reference/operation-list";
import { Prose } from "@/components/reference/prose";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { publicUrl } from "@/lib/core/env";
import { Missing } from "../../missing";
import { documentOf, REFERENCE } from "../documents";

interface Props {
  params: Promise<{ surface: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: documentOf((await params).surface)?.document.info.title ?? "Not found" };
}

export default async function SurfacePage({ params }: Props) {
  const documented = documentOf((await params).surface);
  if (!documented) return <Missing />;
  const { surface, document, href } = documented;
  const { title, description } = document.info;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: "API reference", href: REFERENCE }, { label: title }]}
        title={title}
        description={<Prose text={description} />}
        actions={
          <a href={href} className={buttonClass()}>
            OpenAPI document
          </a>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {byTag(document).map(({ tag, operations }) => (
            <Card key={tag} title={tag} flush>
              <OperationList base={`${REFERENCE}/${surface}`} operations={operations} />
            </Card>
          ))}
        </div>
        <ConnectionCard document={document} address={publicUrl()} />
      </div>
    </>
  );
}
