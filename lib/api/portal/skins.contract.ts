import { z } from "zod";
import { contract } from "../contract";
import { filledText, instant, uuid } from "../wire";
import { etag, id, named } from "./pieces.contract";

/** How a reseller's portal looks to its customers. */

const colour = () =>
  z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "must be a colour such as #1a2b3c")
    .meta({ examples: ["#1a2b3c"] });
export const Colours = z.strictObject({ primary: colour(), background: colour(), text: colour() });

const LOGO = /^(data:image\/(png|jpeg|svg\+xml|webp);base64,[A-Za-z0-9+/]+=*)?$/;
const logo = () =>
  z.string().max(200_000).regex(LOGO, "must be a picture (PNG, JPEG, WebP or SVG) as a data URL in base64, or empty");

export const Skin = z.object({
  id: z.string(),
  reseller: named,
  name: z.string(),
  colours: z.object({ primary: z.string(), background: z.string(), text: z.string() }),
  contrast: z
    .object({
      text_on_background: z.number(),
      background_on_primary: z.number(),
      readable: z.boolean().meta({ description: "Both are at least 4.5, as WCAG 2.2 AA asks" }),
    })
    .meta({ description: "Contrast ratios" }),
  logo: z.string(),
  created_at: instant(),
  modified_at: instant(),
  version: z.int(),
});
export type Skin = z.output<typeof Skin>;

const tag = "Skins";
const colours = { primary: "#0b5fff", background: "#ffffff", text: "#1a1a1a" };

export const listSkins = contract({
  id: "listSkins",
  method: "GET",
  path: "/api/v1/skins",
  tag,
  summary: "List skins",
  needs: "skins:read",
  query: z.strictObject({}),
  reply: z.object({ items: z.array(Skin) }),
  status: 200,
  examples: [{}],
});

export const createSkin = contract({
  id: "createSkin",
  method: "POST",
  path: "/api/v1/skins",
  tag,
  summary: "Create skin",
  needs: "skins:write",
  body: z.strictObject({
    name: filledText(80),
    colours: Colours,
    logo: logo().default(""),
    reseller_id: uuid().optional().meta({ description: "Without one: the caller's own reseller" }),
  }),
  reply: Skin,
  status: 201,
  headers: etag,
  problems: ["request.invalid"],
  examples: [{ body: { name: "ocean-{random}", colours } }],
});

export const showSkin = contract({
  id: "showSkin",
  method: "GET",
  path: "/api/v1/skins/{id}",
  tag,
  summary: "Show skin",
  needs: "skins:read",
  params: id,
  reply: Skin,
  status: 200,
  headers: etag,
  examples: [{ params: { id: "{skin}" } }],
});

export const changeSkin = contract({
  id: "changeSkin",
  method: "PATCH",
  path: "/api/v1/skins/{id}",
  tag,
  summary: "Change skin",
  needs: "skins:write",
  params: id,
  body: z.strictObject({ name: filledText(80), colours: Colours, logo: logo() }).partial(),
  reply: Skin,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params: { id: "{skin}" }, body: { name: "harbour-{random}", colours } }],
});

export const previewSkinRemoval = contract({
  id: "previewSkinRemoval",
  method: "GET",
  path: "/api/v1/skins/{id}/removal",
  tag,
  summary: "How many customers the removal of a skin concerns",
  description: "Nothing is changed. Customers keep the name of a skin that is removed: it then stands for nothing.",
  needs: ["skins:read", "customers:read"],
  params: id,
  reply: z.object({
    customers: z.int().meta({ description: "How many are given the skin" }),
    left_without: z.int().meta({ description: "Of those, how many are given no other skin that there is" }),
  }),
  status: 200,
  examples: [{ params: { id: "{skin}" } }],
});

export const removeSkin = contract({
  id: "removeSkin",
  method: "DELETE",
  path: "/api/v1/skins/{id}",
  tag,
  summary: "Remove skin",
  needs: "skins:write",
  params: id,
  status: 204,
  problems: ["version.stale"],
  examples: [{ params: { id: "{skin}" } }],
});
