import { axe, expect, screenshots, showcaseOf, test } from "./fixtures";

test.describe("a customer's resources", () => {
  test.beforeEach(async ({ page, signedIn, credentials }) => {
    await signedIn("reseller_admin");
    await page.goto(`/portal/customers/${showcaseOf(credentials).id}/resources`);
  });

  const summary = "section[aria-label='Resources by provider and project'] tbody tr";

  test("add up from project to provider to all", async ({ page }) => {
    const rows = await page.locator(summary).evaluateAll((lines) =>
      lines.map((line) => ({
        isProvider: line.className.includes("font-medium"),
        figures: [...line.querySelectorAll("td")].slice(0, 8).map((cell) => Number.parseInt(cell.innerText, 10)),
      })),
    );
    const total = rows.at(-1)?.figures ?? [];
    const sum = (part: typeof rows) =>
      total.map((_, i) => part.reduce((all, { figures }) => all + (figures[i] ?? 0), 0));
    const projects = rows.slice(0, -1).filter(({ isProvider }) => !isProvider);
    expect(total.some((figure) => figure > 0)).toBe(true);
    expect(sum(rows.filter(({ isProvider }) => isProvider))).toEqual(total);
    expect(sum(projects)).toEqual(total);
  });

  test("are shown as of the day that one drags to, which stands in the address", async ({ page }) => {
    const slider = page.getByRole("slider", { name: "Day that the page shows" });
    const servers = page.locator(summary).last().locator("td").first();
    const now = await servers.innerText();
    await expect(slider).toBeEnabled();
    await slider.focus();
    await page.keyboard.press("Home");
    await expect(page).toHaveURL(/as_of=\d{4}-\d{2}-\d{2}/);
    await expect(servers).not.toHaveText(now);
    await page.reload();
    await expect(servers).not.toHaveText(now);
    await page.getByRole("link", { name: "Now", exact: true }).click();
    await expect(page).not.toHaveURL(/as_of/);
    await expect(servers).toHaveText(now);
  });

  test("say what their address asks for in vain", async ({ page }) => {
    await page.goto(`${page.url()}?as_of=2026-02-31&kind=nope&project=other`);
    const said = page.getByText("The address asks for what there is not: as_of=2026-02-31, kind=nope, project=other.");
    await expect(said).toBeVisible();
    await page.getByRole("link", { name: "Everything", exact: true }).click();
    await expect(said).toHaveCount(0);
    await expect(page).toHaveURL(/\/resources$/);
  });

  test("wait for a whole day while one types, and one drag is one step back", async ({ page }) => {
    const day = page.getByLabel("As of", { exact: true });
    const slider = page.getByRole("slider", { name: "Day that the page shows" });
    await expect(slider).toBeEnabled();
    const address = page.url();
    await day.focus();
    const year = new Date().getUTCFullYear();
    const typed = `11/02/${year - 1}`;
    await page.keyboard.type(typed);
    await expect(page).toHaveURL(address);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`as_of=${year - 1}-11-02`));
    await expect(day).toHaveValue(`${year - 1}-11-02`);

    await slider.focus();
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press("ArrowLeft");
      await expect(page).toHaveURL(new RegExp(`as_of=${year - 1}-(11-01|10-31|10-30)`));
    }
    await expect(page).toHaveURL(new RegExp(`as_of=${year - 1}-10-30`));
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`as_of=${year - 1}-11-02`));
    await expect(day).toHaveValue(`${year - 1}-11-02`);
  });

  test("are refused a day that is out of range, in words", async ({ page }) => {
    await page.goto(`${page.url()}?as_of=1999-01-01`);
    await expect(page.getByText(/^Nothing ran on 1999-01-01: the first resource began on /)).toBeVisible();
    const slider = page.getByRole("slider", { name: "Day that the page shows" });
    await expect(slider).toBeEnabled();
    await page.getByLabel("As of", { exact: true }).fill("1999-02-02");
    await page.getByLabel("As of", { exact: true }).blur();
    await expect(page.getByText(/^Give a day from /)).toBeVisible();
    await expect(page).toHaveURL(/as_of=1999-01-01/);
  });

  test("can be copied by their ids", async ({ page }) => {
    const list = page.getByRole("region", { name: "List of resources" });
    await expect(list.getByRole("button", { name: /^Copy resource id / }).first()).toBeVisible();
  });

  test("are listed by kind with their lifetimes, ended ones too", async ({ page }) => {
    await page.getByRole("list", { name: "Kinds" }).getByRole("link", { name: "Servers" }).click();
    await expect(page).toHaveURL(/kind=servers/);
    const list = page.getByRole("region", { name: "List of resources" });
    const running = await list.getByRole("row").count();
    expect(running - 1).toBe(Number(await page.locator(summary).last().locator("td").first().innerText()));
    await page.getByRole("link", { name: "Show ended ones" }).click();
    await expect(list.getByRole("img", { name: /– \d{4}-/ }).first()).toBeVisible();
    expect(await list.getByRole("row").count()).toBeGreaterThan(running);
  });

  test("that may be left over are marked", async ({ page }) => {
    await page.getByRole("link", { name: /^Show (it|them)$/ }).click();
    await expect(page).toHaveURL(/orphans=true/);
    await expect(page.getByRole("link", { name: /^Orphans/ })).toBeVisible();
    const list = page.getByRole("region", { name: "List of resources" });
    const rows = (await list.getByRole("row").count()) - 1;
    expect(rows).toBeGreaterThan(0);
    await expect(list.getByText(/^Orphan: /)).toHaveCount(rows);
  });

  test("are compared between two days", async ({ page }) => {
    const halfAYear = new Date(Date.now() - 182 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("From").fill(halfAYear);
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/from=.*to=/);
    const table = page.getByRole("region", { name: "Differences" });
    await expect(table.getByText("Resized").first()).toBeVisible();
    await expect(table).toBeInViewport();
    await axe(page);
    await screenshots(page, "customer-resources-compared");
    await page.getByRole("link", { name: "Clear" }).click();
    await expect(table).toHaveCount(0);
  });

  test("have a trend of each kind", async ({ page }) => {
    const card = page.locator("section", { has: page.getByRole("heading", { name: "Over time" }) });
    const today = new Date().toISOString().slice(0, 10);
    await expect(card.getByRole("figure")).toContainText(
      new RegExp(`Servers: \\d+ on ${today}; the most were \\d+ on `),
    );
    // Pointing at the last day says how many there are.
    await card.scrollIntoViewIfNeeded();
    const box = (await card.locator("svg").boundingBox())!;
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
    await expect(card.getByText(today, { exact: true }).first()).toBeVisible();
    await page.getByRole("list", { name: "Kinds" }).getByRole("link", { name: "Object storage" }).click();
    await expect(page.getByText(/^Object storage since/)).toBeVisible();
    await expect(card.getByRole("figure")).toContainText(/Object storage: [\d.,]+ (kB|MB|GB|TB) on /);
  });
});

test("the usage of a month is exported", async ({ page, signedIn, credentials }) => {
  await signedIn("reseller_viewer");
  await page.goto(`/portal/customers/${showcaseOf(credentials).id}/resources`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  const month = await page.getByRole("combobox", { name: "Month" }).inputValue();
  expect(download.suggestedFilename()).toBe(`usage-${month}.csv`);
  let text = "";
  for await (const part of await download.createReadStream()) text += part;
  expect(text.split("\n")[0]).toMatch(/hours/);
  expect(text.trim().split("\n").length).toBeGreaterThan(1);
});

test("a customer without resources is told so", async ({ page, signedIn, newCustomer }) => {
  const { id } = await newCustomer();
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers/${id}/resources`);
  await expect(page.getByText("Nothing has run yet")).toBeVisible();
});
