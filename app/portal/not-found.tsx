import type { Metadata } from "next";
import { buttonClass, LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { switched } from "@/lib/core/address";
import { elsewhere } from "./elsewhere";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  const there = await elsewhere();
  if (there) {
    const { noun, owner, chosen, path } = there;
    return (
      <>
        <PageHeader
          title={`This ${noun} belongs to ${owner?.name ?? "no reseller"}`}
          description={`You look at ${chosen?.name ?? "another reseller"} alone.`}
        />
        <div className="flex flex-wrap gap-2">
          {owner && (
            <a href={switched(path, owner.id)} className={buttonClass("primary")}>
              Look at {owner.name}
            </a>
          )}
          <a href={switched(path, undefined)} className={buttonClass()}>
            All resellers
          </a>
        </div>
      </>
    );
  }
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
