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
  const who = page.getByRole("combobox", { name: "Who" });
  await expect(page.locator(`datalist[id="${await who.getAttribute("list")}"] option[value="reseller-a"]`)).toHaveCount(
    1,
  );
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

test("finds a customer by name, and asks which one where there are several", async ({
  page,
  signedIn,
  newCustomer,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const one = await newCustomer({ name: `Quartz ${mark} North` });
  await newCustomer({ name: `Quartz ${mark} South` });
  await signedIn("reseller_admin");
  await page.goto("/portal/audit");
  const customer = page.getByRole("combobox", { name: "Customer" });
  await customer.fill(`${mark} nor`);
  await expect(page.locator(`option[value="${one.id}"]`)).toContainText(one.name);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(`/portal/audit?customer_id=${one.id}`);
  const main = page.getByRole("main");
  await expect(main.getByText(`1 change of ${one.name}`)).toBeVisible();
  await expect(main.locator("ol > li")).toHaveCount(1);

  await customer.fill(`quartz ${mark}`);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("heading", { name: "Which customer?" })).toBeVisible();
  await axe(page);
  await main.getByRole("link", { name: one.name }).click();
  await expect(page).toHaveURL(`/portal/audit?customer_id=${one.id}`);
  for (const nobody of ["zzqqxx", "%00zzqqxx", "z".repeat(300)]) {
    await page.goto(`/portal/audit?customer_id=${nobody}`);
    await expect(page.getByText("No such customer")).toBeVisible();
  }
});

test("tells what was done to many in one line, here and on the overview", async ({
  page,
  signedIn,
  newCustomer,
  api,
}) => {
  const made = [await newCustomer(), await newCustomer(), await newCustomer()];
  const requestId = `journey-${crypto.randomUUID()}`;
  const data = { ids: made.map(({ id }) => id), action: "set_status", status: "DISABLED" };
  const headers = { "x-request-id": requestId };
  expect((await api.post("/api/v1/customers/bulk", { data, headers })).ok()).toBe(true);
  await signedIn("reseller_admin");
  await page.goto("/portal/audit?action=customer.set_status");
  const line = page
    .getByRole("list", { name: "What was done" })
    .locator("> li")
    .filter({ hasText: requestId.slice(-4) });
  await expect(line).toContainText("set 3 customers to Disabled");
  await expect(line.getByRole("link", { name: made[0]?.name ?? "" })).toBeHidden();
  await line.getByText("3 changes").click();
  for (const { name } of made) await expect(line.getByRole("link", { name })).toBeVisible();
  await axe(page);
  await screenshots(page, "audit-bulk");
  await line.getByRole("link", { name: "All of this request" }).click();
  await expect(page).toHaveURL(`/portal/audit?correlation_id=${requestId}`);
  await expect(page.getByRole("main").getByText("3 changes", { exact: true }).first()).toBeVisible();

  await page.goto("/portal");
  await expect(page.getByRole("list", { name: "Last changes" })).toContainText(
    "reseller-a set 3 customers to Disabled",
  );
});

test("a deleted customer's entries lead to where it can be restored", async ({ page, signedIn, newCustomer, api }) => {
  const { id, name } = await newCustomer();
  expect((await api.delete(`/api/v1/customers/${id}`)).ok()).toBe(true);
  await signedIn("reseller_admin");
  await page.goto(`/portal/audit?customer_id=${id}`);
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await expect(page).toHaveURL(`/portal/customers?deleted=true&q=${id}`);
  await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
});

test("a CSP's people look at one reseller's changes", async ({ page, signedIn, credentials }) => {
  const reseller = credentials.resellers[0];
  await signedIn("csp_admin");
  await page.goto("/portal/audit");
  await page.getByLabel("Reseller", { exact: true }).selectOption({ label: reseller?.name ?? "" });
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(`/portal/audit?reseller_id=${reseller?.id}`);
  await expect(page.getByRole("main").locator("ol > li").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "CSV" })).toHaveAttribute("href", /reseller_id=/);
  await axe(page);
});

test("says what is wrong with an address", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/audit?reseller_id=no-uuid");
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
  for (const typed of [id, name]) {
    await page.goto("/portal/audit");
    await page.getByLabel("Customer", { exact: true }).fill(typed);
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(new RegExp(`customer_id=${id}`));
    await expect(page.getByRole("main").getByRole("link", { name }).first()).toBeVisible();
  }
});
