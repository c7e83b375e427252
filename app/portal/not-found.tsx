import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHeader
        title="There is nothing at this address"
        description="It may have been deleted, it may belong to another organisation, or the address may be mistyped."
      />
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/portal/customers" variant="primary">
          Find a customer
        </LinkButton>
        <LinkButton href="/portal/customers?deleted=true&sort=-deleted_at">Deleted customers</LinkButton>
        <LinkButton href="/portal">Overview</LinkButton>
      </div>
    </>
  );
}
