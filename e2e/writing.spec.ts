import type { Page } from "@playwright/test";
import { axe, expect, test } from "./fixtures";

const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;
const settled = (page: Page) => page.waitForLoadState("networkidle");

/** The writes that the page sends from now on. */
function writesOf(page: Page): string[] {
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/api/v1/")) writes.push(request.url());
  });
  return writes;
}

test("a double click on Create customer creates one", async ({ page, signedIn, api }) => {
  const name = unique("Twice Clicked");
  await signedIn("reseller_admin");
  await page.goto("/portal/customers/new");
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
  await page.getByLabel("Company name").fill(name);
  await page.getByRole("link", { name: "Agreement" }).click();
  await page.getByRole("button", { name: "Continue", exact: true }).dblclick();
  await expect(page.getByRole("heading", { level: 2, name: "Review" }), "a double click skips no step").toBeVisible();
  const writes = writesOf(page);
  await page.getByRole("button", { name: "Create customer" }).dblclick();
  await page.waitForURL(/\/portal\/customers\/[0-9a-f-]{36}$/);
  await settled(page);
  expect(writes).toHaveLength(1);
  expect((await (await api.get("/api/v1/customers", { params: { q: name } })).json()).total).toBe(1);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2, name: "Review" }), "Back leads into no empty review").toBeHidden();
});

test("two Enters make one key, one view and one import", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/keys/new");
  await settled(page);
  const writes = writesOf(page);
  await page.getByLabel("Name", { exact: true }).fill(unique("Twice entered"));
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("Name", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copy it now")).toBeVisible();
  await settled(page);
  expect(writes).toHaveLength(1);

  await page.goto("/portal/customers?status=ACTIVE");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByLabel("Save this view as").fill(unique("Twice saved"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/was saved/)).toBeVisible();
  await settled(page);
  expect(writes).toHaveLength(2);

  await page.goto("/portal/customers/import");
  await page.getByLabel("Or paste rows").fill(`name\n${unique("Twice imported")}`);
  await page.getByRole("button", { name: "Show the plan" }).click();
  const before = writes.length;
  await page.getByRole("button", { name: "Create 1 customer" }).dblclick();
  await expect(page.getByText("1 row written")).toBeVisible();
  const begun = writes.slice(before).filter((url) => url.endsWith("/imports"));
  expect(begun).toHaveLength(1);
});

test("a double click on Add capacity adds one entry", async ({ page, signedIn, newCustomer }) => {
  const { id } = await newCustomer();
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers/${id}/capacity`);
  await settled(page);
  const writes = writesOf(page);
  await page.getByLabel("Amount").fill("3");
  await page.getByRole("button", { name: "Add capacity" }).dblclick();
  await expect(page.getByText("The capacity was added")).toBeVisible();
  await settled(page);
  expect(writes).toHaveLength(1);
});

test("each tab goes on for the reseller that it shows", async ({ page, context, signedIn, credentials }) => {
  const [first, second] = credentials.resellers;
  const switchTo = async (tab: Page, name: string) => {
    await tab.getByRole("button", { name: /^Customers of:/ }).click();
    await tab.getByRole("link", { name, exact: true }).click();
    await expect(tab.getByRole("button", { name: /^Customers of:/ })).toContainText(name);
  };
  await signedIn("csp_admin");
  await page.goto("/portal/customers/new");
  await switchTo(page, first?.name ?? "");
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
  await page.getByLabel("Company name").fill(unique("Of the first"));
  const other = await context.newPage();
  await other.goto("/portal");
  await switchTo(other, second?.name ?? "");

  await page.getByRole("link", { name: "Review" }).click();
  await expect(page.getByRole("main").getByText(first?.name ?? "", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Create customer" }).click();
  await expect(page.getByText(/was created/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Of the first");
  await expect(page.getByRole("button", { name: /^Customers of:/ })).toContainText(first?.name ?? "");
  await expect(page).toHaveURL(new RegExp(`reseller=${first?.id}`));
});

test("without scripts a form is saved for the reseller that its page shows", async ({ scriptless, credentials }) => {
  const page = await scriptless("csp_admin");
  const [first] = credentials.resellers;
  await page.goto(`/portal/customers/new?reseller=${first?.id}`);
  await page.getByLabel("Company name").fill(unique("Scriptless of the first"));
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByLabel("Company name")).toHaveValue(/Scriptless of the first/);
  await expect(page).toHaveURL(new RegExp(`reseller=${first?.id}`));
  await expect(page.getByRole("button", { name: /^Customers of:/ })).toContainText(first?.name ?? "");
});

test("a page of another reseller says whose it is, to whoever may see it", async ({
  page,
  context,
  signedIn,
  credentials,
  expectFailure,
}) => {
  expectFailure(/404/);
  const [first, second] = credentials.resellers;
  const there = credentials.customers.find(({ resellerId }) => resellerId === first?.id);
  await signedIn("csp_admin");
  await page.goto("/portal");
  await page.getByRole("button", { name: /^Customers of:/ }).click();
  await page.getByRole("link", { name: second?.name ?? "", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Customers of:/ })).toContainText(second?.name ?? "");
  expect((await page.goto(`/portal/customers/${there?.id}/limits?reseller=${second?.id}`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: `This customer belongs to ${first?.name}` })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: `Look at ${first?.name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(there?.name ?? "");
  await expect(page).toHaveURL(`/portal/customers/${there?.id}/limits?reseller=${first?.id}`);
  await context.clearCookies();
  await signedIn("other_reseller_admin");
  await page.goto(`/portal/customers/${there?.id}`);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

const NOWHERE = "01980000-0000-7000-8000-000000000000";
const nowhere = [
  ...["", "/limits", "/providers", "/resources", "/capacity", "/groups", "/activity", "/edit"].map(
    (tab) => `/portal/customers/${NOWHERE}${tab}`,
  ),
  ...["customers/nobody", "nothing", "reference/NOPE", "reference/portal/NOPE"].map((path) => `/portal/${path}`),
  ...["keys", "users", "skins", "resellers"].map((noun) => `/portal/${noun}/${NOWHERE}`),
];

test("what is not there is our 404 page in the portal's frame, without a script, too", async ({ scriptless }) => {
  const page = await scriptless("csp_admin");
  for (const path of nowhere) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 404]);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(["There is nothing at this address"]);
    await expect(page.getByRole("navigation", { name: "Main" }), path).toBeVisible();
    await expect(page, path).toHaveTitle("Not found · Reseller Portal");
  }
  expect((await page.goto("/setup"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

test("what has gone since a page was drawn is our 404 page behind its link, too", async ({ page, signedIn, api }) => {
  const [name, colours] = [unique("skin"), { primary: "#0b5fff", background: "#ffffff", text: "#1a1a1a" }];
  const { id } = await (await api.post("/api/v1/skins", { data: { name, colours } })).json();
  await signedIn("reseller_admin");
  await page.goto("/portal/skins");
  await settled(page);
  await api.delete(`/api/v1/skins/${id}`);
  await page.evaluate(() => Object.assign(window, { here: true }));
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  expect(await page.evaluate(() => "here" in window), "the portal was not left").toBe(true);
  await axe(page);
});

test("a session that is over says so, leads to the sign-in and back, and the draft is there", async ({
  page,
  context,
  signedIn,
  expectFailure,
}) => {
  expectFailure(/401/);
  const name = unique("Signed Out Meanwhile");
  await signedIn("reseller_admin");
  await page.goto("/portal/customers/new");
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
  await page.getByLabel("Company name").fill(name);
  await page.getByRole("link", { name: "Review" }).click();
  await settled(page);
  await context.clearCookies();
  await page.getByRole("button", { name: "Create customer" }).click();
  const dialog = page.getByRole("dialog", { name: "You are signed out" });
  await expect(dialog).toContainText("Your draft is kept");
  await expect(page.getByText("credentials are missing")).toHaveCount(0);
  await axe(page);
  await dialog.getByRole("link", { name: "Sign in and go on" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fportal%2Fcustomers%2Fnew/);
  await signedIn("reseller_admin");
  await page.goto("/portal/customers/new");
  await expect(page.getByLabel("Company name")).toHaveValue(name);
});

test("without scripts every address of the form is that of its first step, and an import says what it needs", async ({
  scriptless,
}) => {
  const page = await scriptless("reseller_admin");
  await page.goto("/portal/customers/new?step=review");
  await expect(page.getByLabel("Company name")).toBeVisible();
  await expect(page.getByText("Loading")).toHaveCount(0);
  await page.goto("/portal/customers/import");
  expect(await page.content()).toContain("Importing a file needs scripts");
});

test("a fault in data written as JSON stands at that text, in its own names", async ({
  page,
  signedIn,
  expectFailure,
}) => {
  expectFailure(/422/);
  await signedIn("reseller_admin");
  await page.goto("/portal/customers/new");
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
  await page.getByLabel("Company name").fill(unique("Raw"));
  await page.getByRole("link", { name: "Providers" }).click();
  await page.getByRole("switch", { name: "Ormuco EU" }).check();
  await page.getByRole("button", { name: "Write JSON instead" }).click();
  await page.getByLabel("Provider data (JSON)").fill('{"Region": "north\\u0007"}');
  await page.getByRole("link", { name: "Review" }).click();
  await page.getByRole("button", { name: "Create customer" }).click();
  await expect(page.getByText("Region must not contain control characters.")).toBeVisible();
  await expect(page.getByLabel("Provider data (JSON)")).toBeFocused();
  await expect(page.getByText("accounts.0")).toHaveCount(0);
});
