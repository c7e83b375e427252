"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Check from "lucide-react/icons/check";
import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { useState } from "react";
import { useWrite } from "@/components/form/use-write";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { follow } from "@/components/ui/follow";
import { Link } from "@/components/ui/link";
import { Loading } from "@/components/ui/loading";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/call";
import { listViews, removeView, type View as Saved, saveView } from "@/lib/api/portal/views.contract";
import { ChangeView } from "./change-view";
import { ViewFields } from "./view-fields";

export interface ListWithViews {
  /** What the API calls it. */
  page: Saved["page"];
  /** Its address, without a query. */
  path: string;
  /** The view that is shown now: a query string without the question mark. */
  query: string;
  /** Follows an address without asking the server for the page, where the list can. */
  go?: (href: string) => void;
}

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Named views of a list: one's own, and those that colleagues share. */
export default function SavedViews({ page, path, query, go }: ListWithViews) {
  const client = useQueryClient();
  const key = ["views", page];
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const views = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listViews, { query: { page }, signal }),
  });
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const save = useWrite({
    mutationFn: () => call(saveView, { body: { page, name, query, shared } }),
    onSuccess: async (saved) => {
      setName("");
      setShared(false);
      await refresh();
      toast.success(`The view ${saved.name} was saved`);
    },
  });
  const [changing, setChanging] = useState<Saved>();
  const [removing, setRemoving] = useState<Saved>();
  const remove = useWrite({
    mutationFn: ({ id, version }: Saved) => call(removeView, { params: { id }, ifMatch: version }),
    onSettled: refresh,
    onSuccess: (_, { name: removed }) => {
      setRemoving(undefined);
      toast.success(`The view ${removed} was removed`);
    },
  });
  const items = views.data?.items ?? [];
  const taken = (asked: string, but?: Saved) =>
    items.some(({ id, own, name: other }) => own && id !== but?.id && isSame(other, asked));
  return (
    <>
      {views.isPending && <Loading label="Loading views" />}
      {views.error && <p className="px-2 py-1 text-danger">{views.error.message}</p>}
      {views.data && items.length === 0 && <p className="px-2 py-1 text-muted">No saved views yet.</p>}
      <ul>
        {items.map((view) => {
          const href = view.query ? `${path}?${view.query}` : path;
          return (
            <li key={view.id} className="flex items-center">
              <Link
                href={href}
                scroll={false}
                {...(go && { onNavigate: follow(href, go) })}
                aria-current={view.query === query ? "true" : undefined}
                className="flex min-h-8 min-w-0 grow items-center gap-2 rounded px-2 hover:bg-hover pointer-coarse:min-h-10"
              >
                <span className="grow truncate">{view.name}</span>
                {view.query === query && <Check aria-hidden className="size-4 shrink-0" />}
                {view.shared && <Badge>{view.own ? "Shared" : view.owner_name}</Badge>}
              </Link>
              {view.own && (
                <>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={`Change the view ${view.name}`}
                    onClick={() => setChanging(view)}
                    icon={<Pencil aria-hidden className="size-4" />}
                  />
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={`Remove the view ${view.name}`}
                    onClick={() => setRemoving(view)}
                    icon={<Trash2 aria-hidden className="size-4" />}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <form
        className="mt-1 flex flex-col gap-2 border-t p-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && !taken(name)) void save.write();
        }}
      >
        <ViewFields
          label="Save this view as"
          error={
            taken(name) ? "You have a view of this name: change that one, or choose another name." : save.error?.message
          }
          name={name}
          shared={shared}
          onName={setName}
          onShared={setShared}
        />
        <SubmitButton size="sm" variant="secondary" pending={save.pending}>
          Save view
        </SubmitButton>
      </form>
      {changing && (
        <ChangeView
          view={changing}
          query={query}
          isTaken={(asked) => taken(asked, changing)}
          onSaved={async (saved) => {
            setChanging(undefined);
            await refresh();
            toast.success(`The view ${saved.name} was saved`);
          }}
          onClose={() => {
            setChanging(undefined);
            // Where somebody else has changed it, theirs is what is shown.
            void refresh();
          }}
        />
      )}
      <ConfirmDialog
        open={removing !== undefined}
        onClose={() => {
          setRemoving(undefined);
          remove.reset();
        }}
        title={`Remove the view ${removing?.name}?`}
        confirmLabel="Remove the view"
        onConfirm={async () => void (removing && (await remove.write(removing)))}
        error={remove.error?.message}
      >
        <p>{removing?.shared ? "Your whole team loses it." : "You alone have it."} What it shows stays as it is.</p>
      </ConfirmDialog>
    </>
  );
}
