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
  const link = page.getByRole("link", { name });
  await expect(link).toHaveAttribute("href", `/portal/customers/${id}/limits`);
});
