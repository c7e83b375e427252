import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type DemoCredentials, demo } from "@/lib/testing/demo";

/** Who may sign in, by the demo's own words; the last two stand outside reseller A. */
export type Who =
  | "csp_admin"
  | "csp_viewer"
  | "reseller_admin"
  | "reseller_viewer"
  | "other_reseller_admin"
  | "other_csp_admin";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

interface WorkerFixtures {
  credentials: DemoCredentials;
  /** The cookies of a session, made once a worker. */
  session: (who: Who) => Promise<Cookies>;
}

interface Fixtures {
  /** Signs the page's browser in. */
  signedIn: (who: Who) => Promise<void>;
  /** A page of somebody who is signed in, in a browser that runs no scripts. */
  scriptless: (who: Who) => Promise<Page>;
  /** Lets a journey that provokes failures say which: a part of the address or of the console's message. */
  expectFailure: (part: RegExp) => void;
  /** The portal API as reseller A's admin program, to make what a journey changes. */
  api: APIRequestContext;
  /** Makes a customer of reseller A for this journey alone. */
  newCustomer: (details?: Record<string, unknown>) => Promise<{ id: string; name: string }>;
}

function userOf({ users, csps, resellers }: DemoCredentials, who: Who) {
  const first = csps[0]?.id;
  const resellerA = resellers[0]?.id;
  const found = users.find(({ role, cspId, resellerId }) => {
    if (who === "other_csp_admin") return cspId !== first;
    if (who === "other_reseller_admin") return cspId === first && resellerId !== null && resellerId !== resellerA;
    return role === who && cspId === first && (resellerId === null || resellerId === resellerA);
  });
  if (!found) throw new Error(`the demo has no ${who}`);
  return found;
}

async function failures(page: Page, expected: readonly RegExp[]): Promise<() => string[]> {
  const seen: string[] = [];
  const note = (text: string) => seen.push(text);
  page.on("console", (message) => {
    if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => note(`page error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A navigation away ends what the old page still loads.
    const reason = request.failure()?.errorText ?? "";
    if (!reason.includes("ERR_ABORTED")) note(`request: ${reason} ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) note(`response: ${response.status()} ${response.url()}`);
  });
  return () => seen.filter((text) => !expected.some((part) => part.test(text)));
}

export const test = base.extend<Fixtures & { expected: RegExp[] }, WorkerFixtures>({
  credentials: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use, { project }) => use(demo(project.metadata.credentials)),
    { scope: "worker" },
  ],

  session: [
    async ({ playwright, credentials }, use, { project }) => {
      const made = new Map<Who, Promise<Cookies>>();
      const signIn = async (who: Who): Promise<Cookies> => {
        const { email, password } = userOf(credentials, who);
        const context = await playwright.request.newContext({ baseURL: project.use.baseURL });
        const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
        const form = { email, password, csrfToken, json: "true" };
        const answer = await context.post("/api/auth/callback/credentials", { form });
        expect(answer.status(), `sign-in of ${who}`).toBe(200);
        const { cookies } = await context.storageState();
        await context.dispose();
        return cookies;
      };
      await use((who) => {
        const known = made.get(who) ?? signIn(who);
        made.set(who, known);
        return known;
      });
    },
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  expected: async ({}, use) => use([]),

  expectFailure: async ({ expected }, use) => use((part) => void expected.push(part)),

  page: async ({ page, expected }, use) => {
    const unexpected = await failures(page, expected);
    await use(page);
    expect(unexpected(), "console errors and failed requests").toEqual([]);
  },

  signedIn: async ({ context, session }, use) => use(async (who) => context.addCookies(await session(who))),

  scriptless: async ({ browser, baseURL, session }, use) => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
    await use(async (who) => {
      await context.addCookies(await session(who));
      return context.newPage();
    });
    await context.close();
  },

  api: async ({ playwright, credentials, baseURL }, use) => {
    const key = credentials.keys.find(({ name }) => name === "reseller-a")?.key;
    const context = await playwright.request.newContext({
      baseURL,
      extraHTTPHeaders: { authorization: `Bearer ${key}` },
    });
    await use(context);
    await context.dispose();
  },

  newCustomer: async ({ api }, use, { title }) =>
    use(async (details = {}) => {
      const name = `${title.slice(0, 40)} ${crypto.randomUUID().slice(0, 8)}`;
      const answer = await api.post("/api/v1/customers", { data: { name, ...details } });
      expect(answer.status(), await answer.text()).toBe(201);
      return answer.json();
    }),
});

export { expect };

export const showcaseOf = ({ customers }: DemoCredentials) => {
  const found = customers.find(({ showcase }) => showcase);
  if (!found) throw new Error("the demo has no showcase customer");
  return found;
};

/** A page looks the same whatever the database: it is looked at once, on the first one that journeys are made on. */
const isLookedAt = (): boolean => test.info().project.name === test.info().config.projects[0]?.name;

/** No accessibility fault that a machine can find, in either theme. */
export async function axe(page: Page): Promise<void> {
  if (!isLookedAt()) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`);
    expect(said, `axe, ${colorScheme}, ${page.url()}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Pictures to look at: light, dark, and on a phone; the phone's page must not scroll sideways. */
export async function screenshots(page: Page, name: string): Promise<void> {
  if (!isLookedAt()) return;
  const folder = "e2e/screenshots";
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${folder}/${name}-360.png`, fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${name} scrolls sideways at 360 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize(wide);
}
