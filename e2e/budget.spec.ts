import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { expect, showcaseOf, test } from "./fixtures";

/** What a page may send of scripts at its first load, gzipped. */
const BUDGET = 200 * 1024;

const firstOf = async (api: APIRequestContext, nouns: string): Promise<string> => {
  const answer = await api.get(`/api/v1/${nouns}`);
  const { items } = await answer.json();
  return `/portal/${nouns}/${items[0].id}`;
};

test("every page sends at most 200 KB of script, gzipped", async ({ page, api, signedIn, credentials }) => {
  test.setTimeout(180_000);
  await signedIn("csp_admin");
  const customer = `/portal/customers/${showcaseOf(credentials).id}`;
  const tabs = ["activity", "capacity", "groups", "limits", "providers", "resources", "edit"];
  const pages = [
    ...["", "/account", "/audit", "/customers", "/customers?deleted=true", "/customers/import", "/customers/new"],
    ...["/keys", "/keys/new", "/reference", "/reference/imco", "/resellers", "/resellers/new"],
    ...["/skins", "/skins/new", "/users", "/users/new", `/resellers/${credentials.resellers[0]?.id}`],
  ].map((path) => `/portal${path}`);
  const details = await Promise.all(["keys", "skins", "users"].map((nouns) => firstOf(api, nouns)));

  const known = new Map<string, number>();
  const sent: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const size = async () => {
      const url = response.url();
      const bytes = known.get(url) ?? gzipSync(await response.body()).length;
      known.set(url, bytes);
      return bytes;
    };
    sent.push(size());
  });
  for (const path of [...pages, ...details, customer, ...tabs.map((tab) => `${customer}/${tab}`)]) {
    sent.length = 0;
    const answer = await page.goto(path, { waitUntil: "networkidle" });
    expect(answer?.status(), path).toBe(200);
    const bytes = (await Promise.all(sent)).reduce((sum, size) => sum + size, 0);
    console.log(`${(bytes / 1024).toFixed(1)} KB of script: ${path}`);
    expect(bytes, path).toBeGreaterThan(0);
    expect.soft(bytes, `scripts of ${path}`).toBeLessThanOrEqual(BUDGET);
  }
});
