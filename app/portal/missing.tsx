import { buttonClass } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { switched } from "@/lib/core/address";
import { Problem } from "@/lib/core/problem";
import { answerMissing } from "../answer-missing";
import { elsewhere } from "./elsewhere";

/** What was read; undefined where it is missing: never was, deleted, or somebody else's. The page then is `<Missing />`. */
export const orMissing = <T,>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  });

/** Our 404 page. */
export async function Missing() {
  await answerMissing();
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
