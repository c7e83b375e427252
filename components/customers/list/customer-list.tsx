"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Download from "lucide-react/icons/download";
import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { useFirst } from "@/components/shell/use-first";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass, LinkButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState, ErrorState } from "@/components/ui/states";
import { ViewsMenu } from "@/components/views/views-menu";
import { ApiProblem, type Operation, send, urlOf } from "@/lib/api/send";
import { columnsFor, type Listed } from "./columns";
import { CustomerTable } from "./customer-table";
import { Chips, ColumnChooser, FacetBar, type Facets, type Go, SearchBox, StatusTabs } from "./toolbar";
import { filterOf, hrefOf, LIST, queryOf, viewOf } from "./view";

export interface ListPage {
  items: readonly Listed[];
  total: number;
  before: number;
  next: string | null;
  previous: string | null;
}

interface Shown {
  /** What was asked for, as the keys of the queries have it. */
  query: Record<string, string>;
  filter: Record<string, string>;
  page: ListPage;
  /** Undefined in a search, which has its customers sooner than its counts. */
  facets: Facets | undefined;
  /** When it was read, in milliseconds since 1970. */
  at: number;
}

/**
 * The list as the server made it; from then on it follows the address by itself, with calls of the API. `tenant` tells the
 * caches of two resellers apart.
 */
export function CustomerList({
  first,
  operations,
  tenant,
  several,
  mayWrite,
}: {
  first: Shown;
  /** Their replies are those of `first`, so nothing of their schemas has to be sent here. */
  operations: Record<"list" | "facets" | "export", Operation>;
  tenant: string;
  several: boolean;
  mayWrite: boolean;
}) {
  const view = viewOf(useSearchParams());
  const query = queryOf(view);
  const filter = filterOf(view);
  const listKey = ["customers", tenant, "list", query];
  const facetsKey = ["customers", tenant, "facets", filter];
  const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

  useFirst(["customers", tenant, "list", first.query], { data: first.page, at: first.at });
  useFirst(["customers", tenant, "facets", first.filter], { data: first.facets, at: first.at });

  const list = useQuery<ListPage>({
    queryKey: listKey,
    queryFn: ({ signal }) => send(operations.list, { query, signal }) as Promise<ListPage>,
    initialData: same(query, first.query) ? first.page : undefined,
    initialDataUpdatedAt: first.at,
    placeholderData: keepPreviousData,
  });
  const facets = useQuery<Facets>({
    queryKey: facetsKey,
    queryFn: ({ signal }) => send(operations.facets, { query: filter, signal }) as Promise<Facets>,
    initialData: same(filter, first.filter) ? first.facets : undefined,
    initialDataUpdatedAt: first.at,
    placeholderData: keepPreviousData,
  });

  const go: Go = useCallback((href, how = "push") => {
    if (how === "push") window.history.pushState(null, "", href);
    else window.history.replaceState(null, "", href);
  }, []);

  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const page = list.data ?? first.page;
  const known = facets.data ?? first.facets;
  const choosable = columnsFor(several);
  const columns = choosable.filter(({ name, usual }) => (view.columns ? view.columns.includes(name) : usual));
  const filtered = Object.keys(filter).length > 0;

  return (
    <>
      <StatusTabs view={view} facets={known} go={go} />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchBox view={view} go={go} />
        <FacetBar view={view} facets={known} several={several} go={go} />
        <ColumnChooser view={view} shown={columns} several={several} go={go} />
        <ViewsMenu
          page="customers"
          path={LIST}
          query={hrefOf({ ...view, cursor: undefined }).split("?")[1] ?? ""}
          go={go}
        />
        <a
          href={urlOf(operations.export, {}, { ...filter, sort: view.sort })}
          download
          className={buttonClass("secondary")}
        >
          <Download aria-hidden className="size-4" />
          CSV
        </a>
      </div>
      <Chips view={view} facets={known} go={go} />
      {list.error && (
        <div className="mb-3">
          <Failed error={list.error} retry={() => list.refetch()} />
        </div>
      )}
      <div className={cn("transition-opacity", list.isPlaceholderData && "opacity-60")} aria-busy={list.isFetching}>
        {page.items.length === 0 ? (
          <Nothing filtered={filtered} deleted={view.deleted} mayWrite={mayWrite} />
        ) : (
          <CustomerTable
            items={page.items}
            columns={columns}
            view={view}
            go={go}
            mayWrite={mayWrite}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </div>
      <p role="status" className="sr-only">
        {list.isFetching ? "" : `${page.total} customers`}
      </p>
      <Pagination
        label="Pages of customers"
        from={page.before + 1}
        to={page.before + page.items.length}
        total={page.total}
        previous={page.previous === null ? undefined : hrefOf({ ...view, cursor: page.previous })}
        next={page.next === null ? undefined : hrefOf({ ...view, cursor: page.next })}
        onFollow={go}
      />
    </>
  );
}

function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  if (problem?.status === 422) {
    return (
      <Alert
        tone="warning"
        live
        title="This view cannot be shown"
        action={<LinkButton href={LIST}>All customers</LinkButton>}
      >
        {problem.detail}
      </Alert>
    );
  }
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

function Nothing({ filtered, deleted, mayWrite }: { filtered: boolean; deleted: boolean; mayWrite: boolean }) {
  if (deleted) {
    return (
      <EmptyState title="No deleted customers" action={<LinkButton href={LIST}>All customers</LinkButton>}>
        Customers that are deleted stay here for 30 days and can be restored.
      </EmptyState>
    );
  }
  if (filtered) {
    return (
      <EmptyState title="No customer fits" action={<LinkButton href={LIST}>Clear search and filters</LinkButton>}>
        Each word must begin a name, an id, an e-mail address, a domain or a tax id.
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
