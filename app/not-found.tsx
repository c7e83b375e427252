import type { Metadata } from "next";
import { BarePage } from "@/components/shell/bare-page";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <BarePage title="There is nothing at this address">
      <p className="text-muted">
        It may have been deleted, it may belong to another organisation, or the address may be mistyped.
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/portal/customers" variant="primary">
          Find a customer
        </LinkButton>
        <LinkButton href="/portal">Overview</LinkButton>
      </div>
    </BarePage>
  );
}
