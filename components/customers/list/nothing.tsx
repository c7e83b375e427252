import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/states";
import { ApiProblem } from "@/lib/api/send";
import { changed, hrefOf, LIST, noFilters, type View } from "./view";

export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  if (problem?.status === 422) return <Unshowable />;
  return (
    <ErrorState
      title="The list could not be loaded"
      reference={problem?.requestId}
      action={<Button onClick={retry}>Try again</Button>}
    >
      {problem?.detail ?? error.message}
    </ErrorState>
  );
}

/** An address that asks for what there is not: a value, a column to sort by, a page. */
export const Unshowable = () => (
  <Alert
    tone="warning"
    live
    title="This view cannot be shown"
    action={<LinkButton href={LIST}>All customers</LinkButton>}
  >
    The address asks for a filter, an order or a page that does not exist. Take filters back, or begin anew.
  </Alert>
);

export function Nothing({ view, filtered, mayWrite }: { view: View; filtered: boolean; mayWrite: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        title={view.deleted ? "No deleted customer fits" : "No customer fits"}
        action={
          <LinkButton href={hrefOf(changed(view, { q: "", filters: noFilters }))}>Clear search and filters</LinkButton>
        }
      >
        Each word must begin a name, an id, an e-mail address, a domain or a tax id.
      </EmptyState>
    );
  }
  if (view.deleted) {
    return (
      <EmptyState title="No deleted customers" action={<LinkButton href={LIST}>All customers</LinkButton>}>
        Customers that are deleted stay here for 30 days and can be restored.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No customers yet"
      action={
        mayWrite && (
          <LinkButton href={`${LIST}/new`} variant="primary">
            New customer
          </LinkButton>
        )
      }
    >
      The customers that you add are listed here.
    </EmptyState>
  );
}
