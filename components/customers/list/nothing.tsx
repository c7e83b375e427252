import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { follow } from "@/components/ui/follow";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState, ErrorState } from "@/components/ui/states";
import { ApiProblem } from "@/lib/api/send";
import type { Go } from "./toolbar";
import { changed, hrefOf, LIST, noFilters, type View } from "./view";

/** To another view of the list, at once as its other links. */
const ViewLink = ({ href, go, children }: { href: string; go: Go; children: string }) => (
  <LinkButton href={href} onNavigate={follow(href, go)}>
    {children}
  </LinkButton>
);

export function Failed({ error, retry, go }: { error: Error; retry: () => void; go: Go }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  if (problem?.status === 422) return <Unshowable go={go} />;
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
export const Unshowable = ({ go }: { go: Go }) => (
  <Alert
    tone="warning"
    live
    title="This view cannot be shown"
    action={
      <ViewLink href={LIST} go={go}>
        All customers
      </ViewLink>
    }
  >
    The address asks for a filter, an order or a page that does not exist. Take filters back, or begin anew.
  </Alert>
);

export function Nothing({
  view,
  go,
  filtered,
  mayWrite,
}: {
  view: View;
  go: Go;
  filtered: boolean;
  mayWrite: boolean;
}) {
  if (filtered) {
    return (
      <EmptyState
        title={view.deleted ? "No deleted customer fits" : "No customer fits"}
        action={
          <ViewLink href={hrefOf(changed(view, { q: "", filters: noFilters }))} go={go}>
            Clear search and filters
          </ViewLink>
        }
      >
        Each word must begin a name, an id, an e-mail address, a domain or a tax id.
      </EmptyState>
    );
  }
  if (view.deleted) {
    return (
      <EmptyState
        title="No deleted customers"
        action={
          <ViewLink href={LIST} go={go}>
            All customers
          </ViewLink>
        }
      >
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
