import type { Metadata } from "next";
import { LookAt } from "@/components/shell/look-at";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { switchReseller } from "@/lib/auth/actions";
import { elsewhere } from "./elsewhere";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  const there = await elsewhere();
  if (there) {
    const { noun, owner, chosen } = there;
    return (
      <>
        <PageHeader
          title={`This ${noun} belongs to ${owner?.name ?? "no reseller"}`}
          description={`You look at ${chosen?.name ?? "another reseller"} alone.`}
        />
        <div className="flex flex-wrap gap-2">
          {owner && <LookAt id={owner.id} action={switchReseller} primary>{`Look at ${owner.name}`}</LookAt>}
          <LookAt id="" action={switchReseller}>
            All resellers
          </LookAt>
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
