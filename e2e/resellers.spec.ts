import { axe, expect, screenshots, test } from "./fixtures";

test("a CSP's administrator adds a reseller, renames it and looks at it alone", async ({ page, signedIn }) => {
  await signedIn("csp_admin");
  await page.goto("/portal/resellers");
  await screenshots(page, "resellers");
  await axe(page);
  await page.getByRole("link", { name: "New reseller" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New reseller" })).toBeVisible();
  await page.getByRole("button", { name: "Add reseller" }).click();
  await expect(page.getByText("Company name is required.")).toBeVisible();
  await screenshots(page, "reseller-new");
  await axe(page);

  const name = `Blue Harbour ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Company name").fill(name);
  await page.getByLabel("Country").selectOption({ label: "Portugal" });
  await page.getByLabel("E-mail").fill("it@blueharbour.example");
  await page.getByRole("button", { name: "Add reseller" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Nobody signs in for it yet")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Portugal");

  await page.getByRole("button", { name: "Rename…" }).click();
  await page.getByLabel("Name", { exact: true }).fill(`${name} Partners`);
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} Partners` })).toBeVisible();

  await page.getByRole("link", { name: "Look at this one alone" }).click();
  await expect(page.getByRole("banner").getByText(`${name} Partners`).first()).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Customers" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(1);
});

test("who looks at one reseller alone sees another that was just added, and where else a page is", async ({
  page,
  signedIn,
  credentials,
  expectFailure,
}) => {
  expectFailure(/404/);
  const [first, second] = credentials.resellers;
  await signedIn("csp_admin");
  await page.goto(`/portal/resellers/new?reseller=${first?.id}`);
  const name = `Grey Harbour ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Company name").fill(name);
  await page.getByRole("button", { name: "Add reseller" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Customers of:/ })).toContainText("All resellers");

  await page.goto(`/portal/resellers/${second?.id}?reseller=${first?.id}`);
  await expect(page.getByRole("heading", { name: `This page belongs to ${second?.name}` })).toBeVisible();
  await page.getByRole("link", { name: "All resellers", exact: true }).last().click();
  await expect(page).toHaveURL(`/portal/resellers/${second?.id}`);
});

test("a reseller's customers are told by status, and lead to the list", async ({ page, signedIn, credentials }) => {
  const reseller = credentials.resellers[0];
  await signedIn("csp_viewer");
  await page.goto(`/portal/resellers/${reseller?.id}`);
  await expect(page.getByRole("heading", { level: 1, name: reseller?.name ?? "" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Rename…" })).toHaveCount(0);
  await screenshots(page, "reseller");
  await axe(page);
  const tile = page.getByRole("link", { name: /^Disabled/ });
  const count = Number((await tile.innerText()).match(/\d+/)?.[0]);
  await tile.click();
  await expect(page.getByText(`of ${count}`)).toBeVisible();
});

test("a reseller's people have no page of resellers, and another CSP's reseller is not there", async ({
  page,
  signedIn,
  context,
  credentials,
  expectFailure,
}) => {
  expectFailure(/404/);
  await signedIn("reseller_admin");
  await page.goto("/portal/resellers");
  await expect(page.getByText("Your role does not let you see resellers")).toBeVisible();
  expect((await page.request.post("/api/v1/resellers", { data: { name: "No" } })).status()).toBe(403);
  await context.clearCookies();
  await signedIn("other_csp_admin");
  const answer = await page.goto(`/portal/resellers/${credentials.resellers[0]?.id}`);
  expect(answer?.status()).toBe(404);
});

test("a reseller is added without a script", async ({ scriptless }) => {
  const page = await scriptless("csp_admin");
  await page.goto("/portal/resellers/new");
  const name = `No script ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Company name").fill(name);
  await page.getByRole("button", { name: "Add reseller" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});
