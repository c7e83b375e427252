import { axe, expect, screenshots, test, type Who } from "./fixtures";

for (const who of ["csp_admin", "csp_viewer", "reseller_admin", "reseller_viewer"] as const satisfies readonly Who[]) {
  test(`tells a ${who} how things stand`, async ({ page, signedIn }) => {
    await signedIn(who);
    await page.goto("/portal");
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await expect(page.getByRole("link", { name: "New customer" })).toHaveCount(who.endsWith("_admin") ? 1 : 0);
    const main = page.getByRole("navigation", { name: "Main" });
    await expect(main.getByRole("link", { name: "Resellers" })).toHaveCount(who.startsWith("csp_") ? 1 : 0);
    await screenshots(page, `overview-${who}`);
    await axe(page);
  });
}

test("each tile leads to what it counts", async ({ page, signedIn }) => {
  await signedIn("other_reseller_admin");
  await page.goto("/portal");
  const tile = page.getByRole("link", { name: /^Disabled/ });
  const count = Number((await tile.innerText()).match(/\d+/)?.[0]);
  await tile.click();
  await expect(page).toHaveURL(/status=DISABLED/);
  await expect(page.getByText(`of ${count}`)).toBeVisible();
});

test("live resources add up, by kind and by provider", async ({ page, signedIn }) => {
  await signedIn("other_reseller_admin");
  await page.goto("/portal");
  const rows = page.getByRole("region", { name: "Live resources by kind and provider" }).locator("tbody tr");
  const numbers = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent?.replaceAll(",", "")))),
  );
  const sums = numbers.at(-1) ?? [];
  expect(numbers.length).toBeGreaterThan(1);
  sums.forEach((sum, column) => {
    expect(numbers.slice(0, -1).reduce((total, row) => total + (row[column] ?? 0), 0)).toBe(sum);
  });
  for (const row of numbers) expect(row.slice(0, -1).reduce((total, n) => total + n, 0)).toBe(row.at(-1));
});

test("a limit above the plan's needs attention, and leads to where it is changed", async ({
  page,
  signedIn,
  newCustomer,
  api,
}) => {
  const { items: plans } = await (await api.get("/api/v1/plans")).json();
  const plan = plans.find(({ concurrency }: { concurrency: number | null }) => concurrency !== null);
  const { id, name } = await newCustomer({ billing_plan_id: plan.id });
  const limit = { data: { limit: 900_000 } };
  expect((await api.put(`/api/v1/customers/${id}/concurrency-limit`, limit)).status()).toBe(200);
  await signedIn("reseller_admin");
  await page.goto("/portal");
  const link = page.getByRole("region", { name: "Needs attention" }).getByRole("link", { name });
  await expect(link).toHaveAttribute("href", `/portal/customers/${id}/limits`);
});

test("each group that needs attention leads to exactly the customers that it counts", async ({ page, signedIn }) => {
  await signedIn("other_reseller_admin");
  const reasons = [
    { title: "with agreements to be signed", address: /agreement=required(,|%2C)linkexpired/ },
    { title: "with provider accounts in error", address: /attention=accounts_in_error/, chip: "Accounts in error" },
    {
      title: "with a limit near the plan's or above",
      address: /attention=limit_near_plan/,
      chip: "Limit near the plan",
    },
    {
      title: "with more consumed than available",
      address: /attention=capacity_over_allocated/,
      chip: "More consumed than available",
    },
  ];
  for (const { title, address, chip } of reasons) {
    await page.goto("/portal");
    const said = await page.getByRole("heading", { name: new RegExp(`customers? ${title}$`) }).innerText();
    const count = Number(said.match(/^[\d,]+/)?.[0].replace(",", ""));
    expect(count).toBeGreaterThan(0);
    await page.getByRole("link", { name: `See all customers ${title}` }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`))).toBeVisible();
    if (!chip) continue;

    const filters = page.getByRole("list", { name: "Filters" });
    await expect(filters.getByRole("link")).toHaveText(new RegExp(`^Attention: ${chip}`));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    let text = "";
    for await (const part of await download.createReadStream()) text += part;
    // A description may have lines of its own; what begins with an id is a row.
    expect(text.match(/^[0-9a-f-]{36},/gm)).toHaveLength(count);
  }
  await axe(page);
});

test("attention is a filter with counts, kept with a view and at hand for a bulk change", async ({
  page,
  signedIn,
  newCustomer,
  api,
}) => {
  const { id, name } = await newCustomer();
  const entry = { data: { side: "consumed", unit_type: "CU", amount: 5 } };
  expect((await api.post(`/api/v1/customers/${id}/capacity`, entry)).ok()).toBe(true);
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers?q=${id}`);
  await page.getByRole("button", { name: "Attention" }).click();
  await page.getByRole("link", { name: "More consumed than available 1" }).click();
  await expect(page).toHaveURL(/attention=capacity_over_allocated/);
  await expect(page.getByText("1–1 of 1")).toBeVisible();
  await page.keyboard.press("Escape");

  const view = `View ${id.slice(-8)}`;
  await page.getByRole("button", { name: "Views" }).click();
  const menu = page.getByRole("group", { name: "Saved views" });
  await menu.getByRole("textbox", { name: "Save this view as" }).fill(view);
  await menu.getByRole("button", { name: "Save view" }).click();
  await expect(menu.getByRole("link", { name: view })).toBeVisible();
  await page.goto("/portal/customers");
  await page.getByRole("button", { name: "Views" }).click();
  await menu.getByRole("link", { name: view }).click();
  await expect(page).toHaveURL(/attention=capacity_over_allocated/);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.keyboard.press("Escape");

  await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Set status" }).click();
  await page.getByRole("menuitem", { name: "Disabled" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Set to Disabled" }).click();
  await expect(page.getByRole("dialog").getByText("1 customer changed.")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(page.locator("tbody").getByText("Disabled").filter({ visible: true })).toHaveCount(1);
});
