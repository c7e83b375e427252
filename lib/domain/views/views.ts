import { type Reads, type Row, read, write } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import type { ViewPage } from "@/lib/core/lists";
import { Problem } from "@/lib/core/problem";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import { stale } from "../customers/update";

export interface View extends Row<"saved_view"> {
  ownerName: string;
  /** Of the caller, who alone may change it. */
  own: boolean;
}

type Found = Awaited<ReturnType<Reads["views"]["list"]>>[number];

const shown = (scope: AnyScope, { view, user, key }: Found): View => ({
  ...view,
  ownerName: user ?? key ?? "",
  own: view.ownerId === scope.actor.id,
});

/** Own views and those that colleagues share, of one page or all. */
export const listViews = async (scope: Scope<"views:read">, page?: ViewPage): Promise<View[]> =>
  (await read(scope, ({ views }) => views.list(page))).map((row) => shown(scope, row));

/** 404 for a view that is neither own nor shared. */
export const getView = async (scope: AnyScope, id: string): Promise<View> =>
  shown(scope, present(await read(scope, ({ views }) => views.byId(id)), "View"));

export interface NewView {
  page: ViewPage;
  name: string;
  /** The page's query string, without the question mark. */
  query: string;
  shared?: boolean | undefined;
}

export async function saveView(scope: Scope<"views:write">, view: NewView, now: Date): Promise<View> {
  const { id } = await write(scope, "view.save", ({ views }) => views.add({ ...view, id: newId(now), createdAt: now }));
  return getView(scope, id);
}

/** 403 for a view that a colleague shares, 412 where `version` is no longer the one at hand. */
export async function changeView(
  scope: Scope<"views:write">,
  id: string,
  values: { name?: string | undefined; query?: string | undefined; shared?: boolean | undefined },
  version?: number,
): Promise<View> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  await write(scope, "view.change", async ({ views }) => {
    const view = own(scope, await views.byId(id));
    if (!(await views.change(id, given, version))) throw stale(view.version);
  });
  return getView(scope, id);
}

/** As `changeView`. */
export const removeView = (scope: Scope<"views:write">, id: string, version?: number): Promise<void> =>
  write(scope, "view.remove", async ({ views }) => {
    const view = own(scope, await views.byId(id));
    if (!(await views.remove(id, version))) throw stale(view.version);
  });

function own(scope: AnyScope, found: Found | undefined): View {
  const view = shown(scope, present(found, "View"));
  if (view.own) return view;
  throw new Problem("permission.missing", { detail: "Only its owner can change a view that is shared" });
}
