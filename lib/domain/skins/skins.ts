import { type Row, read, write } from "@/db/doors";
import { contrastOf, READABLE } from "@/lib/core/contrast";
import { newId } from "@/lib/core/ids";
import { invalid } from "@/lib/core/problem";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { resellerFor } from "../customers/create";
import { present } from "../customers/customer";
import { stale } from "../customers/update";

export interface Skin extends Row<"skin"> {
  resellerName: string;
}

type Colours = Skin["colours"];

/** Whether what is written in these colours can be read (WCAG 2.2 AA). */
export const readabilityOf = ({ text, background, primary }: Colours) => {
  const textOnBackground = contrastOf(text, background);
  const backgroundOnPrimary = contrastOf(background, primary);
  return {
    textOnBackground,
    backgroundOnPrimary,
    readable: textOnBackground >= READABLE && backgroundOnPrimary >= READABLE,
  };
};

/** The skins of all resellers below the scope, by name. */
export const listSkins = async (scope: Scope<"skins:read">): Promise<Skin[]> =>
  (await read(scope, ({ skins }) => skins.list())).map(({ skin, resellerName }) => ({ ...skin, resellerName }));

export async function getSkin(scope: AnyScope, id: string): Promise<Skin> {
  const { skin, resellerName } = present(await read(scope, ({ skins }) => skins.byId(id)), "Skin");
  return { ...skin, resellerName };
}

export interface NewSkin {
  name: string;
  colours: Colours;
  /** A picture as a data URL, or empty. */
  logo?: string | undefined;
  resellerId?: string | undefined;
}

const taken = () => invalid(["name"], "is the name of another skin of this reseller", "taken");

export async function createSkin(scope: Scope<"skins:write">, skin: NewSkin, now: Date): Promise<Skin> {
  const { id } = await write(scope, "skin.create", async (stores) => {
    const resellerId = await resellerFor(scope, stores, skin.resellerId);
    await stores.skins.naming(resellerId);
    const dates = { createdAt: now, modifiedAt: now };
    const made = await stores.skins.add({ ...skin, logo: skin.logo ?? "", id: newId(now), resellerId, ...dates });
    if (!made) throw taken();
    return made;
  });
  return getSkin(scope, id);
}

/** 412 where `version` is no longer the one at hand. */
export async function changeSkin(
  scope: Scope<"skins:write">,
  id: string,
  values: Partial<Pick<NewSkin, "name" | "colours" | "logo">>,
  now: Date,
  version?: number,
): Promise<Skin> {
  await write(scope, "skin.change", async ({ skins }) => {
    const skin = present(await skins.held(id), "Skin");
    if (values.name !== undefined) await skins.naming(skin.resellerId);
    const other = values.name === undefined ? undefined : await skins.named(skin.resellerId, values.name);
    if (other && other.id !== id) throw taken();
    if (!(await skins.change(id, { ...values, modifiedAt: now }, version))) throw stale(skin.version);
  });
  return getSkin(scope, id);
}

/** How many customers are given the skin, and how many of these would be left without any. */
export const skinRemovalOf = (scope: Scope<"skins:read" | "customers:read">, { name, resellerId }: Skin) =>
  read(scope, async ({ customers, skins }) => {
    const given = (await customers.skinned(resellerId)).filter(({ names }) => names.includes(name));
    const others = (await skins.list())
      .filter(({ skin }) => skin.resellerId === resellerId && skin.name !== name)
      .map(({ skin }) => skin.name);
    const bare = given.filter(({ names }) => !names.some((other) => others.includes(other)));
    const sum = (of: typeof given) => of.reduce((total, { customers: count }) => total + count, 0);
    return { customers: sum(given), leftWithout: sum(bare) };
  });

/** Customers that name it keep the name: it then stands for nothing. */
export const removeSkin = (scope: Scope<"skins:write">, id: string, version?: number): Promise<void> =>
  write(scope, "skin.remove", async ({ skins }) => {
    const skin = present(await skins.held(id), "Skin");
    if (!(await skins.remove(id, version))) throw stale(skin.version);
  });
