import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { switchReseller } from "@/lib/auth/actions";
import { elsewhere } from "./elsewhere";

export const metadata: Metadata = { title: "Not found" };

/** Back on the same page, for another reseller than the chosen one. */
const Look = ({ id, primary = false, children }: { id: string; primary?: boolean; children: string }) => (
  <form action={switchReseller}>
    <input type="hidden" name="reseller" value={id} />
    <SubmitButton variant={primary ? "primary" : "secondary"}>{children}</SubmitButton>
  </form>
);

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
          {owner && <Look id={owner.id} primary>{`Look at ${owner.name}`}</Look>}
          <Look id="">All resellers</Look>
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
