import { z } from "zod";
import { viewPages } from "../../core/lists";
import { contract } from "../contract";
import { filledText, instant, text } from "../wire";
import { etag, id } from "./pieces.contract";

/** Named list views: own ones, and those that colleagues share. */

export const View = z.object({
  id: z.string(),
  page: z.enum(viewPages),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  own: z.boolean().meta({ description: "Only its owner can change it" }),
  owner_name: z.string(),
  created_at: instant(),
  version: z.int(),
});
export type View = z.output<typeof View>;

const page = () => z.enum(viewPages).meta({ description: "The list that it is a view of" });
const query = () =>
  text(2000).meta({ description: "The page's query string, without the question mark", examples: ["status=ACTIVE"] });
const tag = "Views";

export const listViews = contract({
  id: "listViews",
  method: "GET",
  path: "/api/v1/views",
  tag,
  summary: "List saved views",
  needs: "views:read",
  query: z.strictObject({ page: page().optional() }),
  reply: z.object({ items: z.array(View) }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}, { query: { page: "customers" } }],
});

export const saveView = contract({
  id: "saveView",
  method: "POST",
  path: "/api/v1/views",
  tag,
  summary: "Save a view",
  needs: "views:write",
  body: z.strictObject({
    page: page().default("customers"),
    name: filledText(80),
    query: query(),
    shared: z.boolean().default(false),
  }),
  reply: View,
  status: 201,
  headers: etag,
  problems: ["request.invalid"],
  examples: [
    { body: { page: "customers", name: "Waiting for an agreement", query: "agreement=required", shared: true } },
    { body: { page: "audit", name: "Deletions", query: "action=customer.delete" } },
  ],
});

export const showView = contract({
  id: "showView",
  method: "GET",
  path: "/api/v1/views/{id}",
  tag,
  summary: "Show a view",
  needs: "views:read",
  params: id,
  reply: View,
  status: 200,
  headers: etag,
  examples: [{ params: { id: "{view}" } }],
});

export const changeView = contract({
  id: "changeView",
  method: "PATCH",
  path: "/api/v1/views/{id}",
  tag,
  summary: "Rename, replace or share a view",
  needs: "views:write",
  params: id,
  body: z.strictObject({ name: filledText(80), query: query(), shared: z.boolean() }).partial(),
  reply: View,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params: { id: "{view}" }, body: { shared: true } }],
});

export const removeView = contract({
  id: "removeView",
  method: "DELETE",
  path: "/api/v1/views/{id}",
  tag,
  summary: "Remove a view",
  needs: "views:write",
  params: id,
  status: 204,
  problems: ["version.stale"],
  examples: [{ params: { id: "{view}" } }],
});
