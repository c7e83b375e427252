import { axe, expect, screenshots, test } from "./fixtures";

test("what was done is found by request, customer and actor, and told before and after", async ({
  page,
  signedIn,
  newCustomer,
  api,
}) => {
  const { id, name } = await newCustomer({ city: "Porto" });
  const requestId = `journey-${crypto.randomUUID()}`;
  await api.patch(`/api/v1/customers/${id}`, { data: { city: "Lisboa" }, headers: { "x-request-id": requestId } });

  await signedIn("reseller_admin");
  await page.goto("/portal/audit");
  await axe(page);
  await page.getByText("By id").click();
  await page.getByLabel("Request").fill(requestId);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(`/portal/audit?correlation_id=${requestId}`);
  const entry = page.getByRole("main").locator("ol > li");
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText("Porto");
  await expect(entry).toContainText("Lisboa");
  await expect(entry).toContainText("reseller-a");
  await entry.getByRole("link", { name }).click();
  await expect(page).toHaveURL(new RegExp(`/portal/customers/${id}$`));
  await page.goBack();
  await expect(page.getByLabel("Request")).toHaveValue(requestId);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL("/portal/audit");
  await screenshots(page, "audit");

  await page.goto(`/portal/audit?customer_id=${id}&action=customer.update`);
  await expect(entry).toHaveCount(1);
  await page.goto(`/portal/audit?customer_id=${id}&actor=nobody`);
  await expect(page.getByText("Nothing fits")).toBeVisible();
});

test("keeps filters by name, own ones and shared ones", async ({ page, context, session, signedIn }) => {
  const name = `Deletions ${crypto.randomUUID().slice(0, 8)}`;
  const views = page.getByRole("button", { name: "Views" });
  const menu = page.getByRole("group", { name: "Saved views" });
  await signedIn("reseller_admin");
  await page.goto("/portal/audit?action=customer.delete&from=2026-01-01");
  await views.click();
  await menu.getByRole("textbox", { name: "Save this view as" }).fill(name);
  await menu.getByRole("checkbox", { name: "Share with the team" }).check();
  await menu.getByRole("button", { name: "Save view" }).click();
  await expect(menu.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
  await axe(page);

  await page.goto("/portal/customers");
  await views.click();
  await expect(menu.getByRole("textbox", { name: "Save this view as" })).toBeVisible();
  await expect(menu.getByText("Loading views")).toBeHidden();
  await expect(menu.getByRole("link", { name })).toHaveCount(0);

  await context.clearCookies();
  await context.addCookies(await session("reseller_viewer"));
  await page.goto("/portal/audit");
  await views.click();
  await menu.getByRole("link", { name }).click();
  await expect(page).toHaveURL("/portal/audit?action=customer.delete&from=2026-01-01");
  await expect(page.getByLabel("Action")).toHaveValue("customer.delete");
  await expect(page.getByLabel("From")).toHaveValue("2026-01-01");
  await expect(menu.getByRole("button", { name: `Remove the view ${name}` })).toHaveCount(0);

  await context.clearCookies();
  await context.addCookies(await session("reseller_admin"));
  await page.goto("/portal/audit");
  await views.click();
  await menu.getByRole("button", { name: `Remove the view ${name}` }).click();
  await page.getByRole("button", { name: "Remove the view", exact: true }).click();
  await expect(menu.getByRole("link", { name })).toHaveCount(0);
});

test("pages to older entries and back to the latest", async ({ page, signedIn }) => {
  await signedIn("reseller_viewer");
  await page.goto("/portal/audit?to=2026-01-01");
  const entries = page.getByRole("main").locator("ol > li");
  const first = await entries.first().innerText();
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(entries.first()).not.toHaveText(first);
  await page.getByRole("link", { name: "The latest" }).click();
  await expect(page).toHaveURL("/portal/audit?to=2026-01-01");
});

test("exports exactly what is filtered", async ({ page, signedIn, newCustomer }) => {
  const { id } = await newCustomer();
  await signedIn("reseller_admin");
  await page.goto(`/portal/audit?customer_id=${id}`);
  const link = page.getByRole("link", { name: "CSV" });
  const csv = await (await page.request.get((await link.getAttribute("href")) ?? "")).text();
  const rows = csv.trim().split("\r\n");
  expect(rows[0]).toContain("correlation_id");
  expect(rows.slice(1).length).toBeGreaterThan(0);
  for (const row of rows.slice(1)) expect(row).toContain(id);
});

test("says what is wrong with an address", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/audit?customer_id=no-uuid");
  await expect(page.getByText("This filter cannot be used")).toBeVisible();
  await page.getByRole("link", { name: "Everything" }).click();
  await expect(page).toHaveURL("/portal/audit");
});

test("another reseller's changes are not there", async ({ page, signedIn, newCustomer }) => {
  const { id } = await newCustomer();
  await signedIn("other_reseller_admin");
  await page.goto(`/portal/audit?customer_id=${id}`);
  await expect(page.getByText("Nothing fits")).toBeVisible();
});

test("filters without a script", async ({ scriptless, newCustomer }) => {
  const { id, name } = await newCustomer();
  const page = await scriptless("reseller_admin");
  await page.goto("/portal/audit");
  await page.getByText("By id").click();
  await page.getByLabel("Customer", { exact: true }).fill(id);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("link", { name }).first()).toBeVisible();
});
