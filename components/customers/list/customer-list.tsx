"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Download from "lucide-react/icons/download";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect } from "react";
import { useFirst } from "@/components/shell/use-first";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useGoingOn } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { rememberList } from "@/components/ui/seen-list";
import { ViewsMenu } from "@/components/views/views-menu";
import { type Operation, send, urlOf } from "@/lib/api/send";
import { customersOf } from "./bulk-words";
import { columnsFor, type Listed } from "./columns";
import { CustomerTable } from "./customer-table";
import { Failed, Nothing, Unshowable } from "./nothing";
import { Chips, type Facets, type Go, StatusTabs, Toolbar } from "./toolbar";
import { useChosen } from "./use-chosen";
import { filterOf, hrefOf, LIST, queryOf, viewOf } from "./view";

const BulkBar = dynamic(() => import("./bulk-bar"), { ssr: false });

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
  /** The address asks for what there is not: the page is an empty one. */
  wrong?: true;
}

/**
 * The list as the server made it; from then on it follows the address by itself, with calls of the API. `reseller` is the one
 * for whom alone the page is looked at.
 */
export function CustomerList({
  first,
  operations,
  reseller,
  several,
  mayWrite,
}: {
  first: Shown;
  /** Their replies are those of `first`, so nothing of their schemas has to be sent here. */
  operations: Record<"list" | "facets" | "export", Operation>;
  reseller: string | undefined;
  several: boolean;
  mayWrite: boolean;
}) {
  const view = viewOf(useSearchParams());
  const query = queryOf(view);
  const filter = filterOf(view);
  const listKey = ["customers", "list", query];
  const facetsKey = ["customers", "facets", filter];
  const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

  const wrong = first.wrong === true && same(query, first.query);
  const known = first.wrong ? undefined : first;

  useFirst(["customers", "list", first.query], { data: known?.page, at: first.at });
  useFirst(["customers", "facets", first.filter], { data: first.facets, at: first.at });

  const list = useQuery<ListPage>({
    queryKey: listKey,
    queryFn: ({ signal }) => send(operations.list, { query, signal }) as Promise<ListPage>,
    initialData: same(query, first.query) ? known?.page : undefined,
    initialDataUpdatedAt: first.at,
    placeholderData: keepPreviousData,
    enabled: !wrong,
  });
  const facets = useQuery<Facets>({
    queryKey: facetsKey,
    queryFn: ({ signal }) => send(operations.facets, { query: filter, signal }) as Promise<Facets>,
    initialData: same(filter, first.filter) ? first.facets : undefined,
    initialDataUpdatedAt: first.at,
    placeholderData: keepPreviousData,
    enabled: !wrong,
  });

  const goingOn = useGoingOn();
  const go: Go = useCallback(
    (href, how = "push") => {
      if (how === "push") window.history.pushState(null, "", goingOn(href));
      else window.history.replaceState(null, "", goingOn(href));
    },
    [goingOn],
  );

  const [chosen, setChosen] = useChosen(JSON.stringify(filter));
  const page = list.data ?? first.page;
  const counts = facets.data ?? first.facets;
  const choosable = columnsFor(several);
  const columns = choosable.filter(({ name, usual }) => (view.columns ? view.columns.includes(name) : usual));
  const filtered = Object.keys(filter).some((name) => name !== "deleted");
  const address = hrefOf(view);
  useEffect(() => rememberList(LIST, address), [address]);

  return (
    <>
      <StatusTabs view={view} facets={counts} go={go} />
      <Toolbar view={view} go={go} facets={counts} several={several} shown={columns}>
        <ViewsMenu
          page="customers"
          path={LIST}
          query={hrefOf({ ...view, cursor: undefined }).split("?")[1] ?? ""}
          go={go}
        />
        <a
          href={urlOf(
            operations.export,
            {},
            {
              ...filter,
              ...(reseller ? { reseller_id: reseller } : {}),
              sort: view.sort,
            },
          )}
          download
          className={buttonClass("secondary")}
        >
          <Download aria-hidden className="size-4" />
          CSV
        </a>
      </Toolbar>
      <Chips view={view} facets={counts} go={go} />
      {list.error && (
        <div className="mb-3">
          <Failed error={list.error} retry={() => list.refetch()} go={go} />
        </div>
      )}
      {mayWrite && chosen.size > 0 && (
        <BulkBar
          chosen={chosen}
          total={page.total}
          list={operations.list}
          filter={filter}
          deleted={view.deleted}
          onChoose={setChosen}
        />
      )}
      <div className={cn("transition-opacity", list.isPlaceholderData && "opacity-60")} aria-busy={list.isFetching}>
        {wrong ? (
          <Unshowable go={go} />
        ) : page.items.length === 0 ? (
          <Nothing view={view} go={go} filtered={filtered} mayWrite={mayWrite} />
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
        {list.isFetching ? "" : customersOf(page.total)}
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
