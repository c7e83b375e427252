import { axe, expect, screenshots, test } from "./fixtures";

const rows = "tbody tr";

test.describe("the list of customers", () => {
  test.beforeEach(async ({ signedIn }) => signedIn("reseller_admin"));

  test("searches as one types, and the address is the view", async ({ page, newCustomer }) => {
    const { name, id } = await newCustomer({ country: "PT" });
    await page.goto("/portal/customers");
    await page.getByRole("searchbox", { name: "Search customers" }).fill(name);
    await expect(page.locator(rows)).toHaveCount(1);
    await expect(page).toHaveURL(/\?q=/);
    await expect(page.getByText("1–1 of 1")).toBeVisible();

    const address = page.url();
    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL(new RegExp(`/portal/customers/${id}$`));
    await page.goBack();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("searchbox")).toHaveValue(name);
    await expect(page.locator(rows)).toHaveCount(1);
  });

  test("finds a customer by its id and its e-mail address", async ({ page, newCustomer }) => {
    const email = `mail-${crypto.randomUUID().slice(0, 8)}@example.org`;
    const { id, name } = await newCustomer({ email });
    await page.goto("/portal/customers");
    for (const query of [id, email]) {
      await page.getByRole("searchbox").fill(query);
      await expect(page.locator(rows)).toHaveCount(1);
      await expect(page.getByRole("link", { name })).toBeVisible();
    }
  });

  test("sorts by every column, pages to the end and back", async ({ page }) => {
    await page.goto("/portal/customers");
    const heads = page.locator("thead th a");
    const labels = await heads.allInnerTexts();
    for (const label of labels) {
      await page.locator("thead").getByRole("link", { name: label, exact: true }).click();
      await expect(page.locator("thead th[aria-sort]")).toHaveText(label);
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await expect(page.locator(rows).first()).toBeVisible();
    }
    await page.goto("/portal/customers?sort=-created_at");
    const first = await page.locator("tbody th").allInnerTexts();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText(/^51–/)).toBeVisible();
    const second = await page.locator("tbody th").allInnerTexts();
    expect(second).not.toEqual(first);
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page.getByText(/^1–50/)).toBeVisible();
  });

  test("filters by facets whose counts are what is found, and takes filters back", async ({ page }) => {
    await page.goto("/portal/customers");
    await page.getByRole("button", { name: "Provider" }).click();
    const choice = page.getByRole("link", { name: /^Microsoft/ });
    const count = Number((await choice.innerText()).match(/\d[\d,]*$/)?.[0].replace(",", ""));
    expect(count).toBeGreaterThan(0);
    await choice.click();
    await expect(page.getByText(new RegExp(`of ${count}$`))).toBeVisible();
    await expect(page).toHaveURL(/provider_id=/);
    await page.keyboard.press("Escape");

    await page
      .getByRole("navigation", { name: "Customers by status" })
      .getByRole("link", { name: /^Disabled/ })
      .click();
    await expect(page).toHaveURL(/status=DISABLED/);
    await page
      .getByRole("list", { name: "Filters" })
      .getByRole("link", { name: /Microsoft/ })
      .click();
    await expect(page).not.toHaveURL(/provider_id=/);
    await page.goBack();
    await expect(page).toHaveURL(/provider_id=.*/);
  });

  test("shows the columns that are chosen, in an address that can be shared", async ({ page }) => {
    await page.goto("/portal/customers");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("group", { name: "Columns" }).getByRole("link", { name: "Country" }).click();
    await expect(page.locator("thead").getByText("Country")).toHaveCount(0);
    await page.goto(page.url());
    await expect(page.locator("thead").getByText("Servers")).toBeVisible();
    await expect(page.locator("thead").getByText("Country")).toHaveCount(0);
  });

  test("exports exactly what is filtered", async ({ page, newCustomer }) => {
    const { name } = await newCustomer();
    await page.goto(`/portal/customers?q=${encodeURIComponent(name)}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const stream = await download.createReadStream();
    let text = "";
    for await (const part of stream) text += part;
    expect(text.trim().split("\n")).toHaveLength(2);
    expect(text).toContain(name);
  });

  test("changes and deletes several at once, with a result for each, and restores one", async ({
    page,
    newCustomer,
  }) => {
    const tag = `bulk${crypto.randomUUID().slice(0, 8)}`;
    const made = [await newCustomer({ tax_id: tag }), await newCustomer({ tax_id: tag })];
    await page.goto(`/portal/customers?q=${tag}`);
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await page.getByRole("button", { name: "Set status" }).click();
    await page.getByRole("menuitem", { name: "Disabled" }).click();
    for (const { name } of made) await expect(page.getByRole("dialog").getByText(name)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Set to Disabled" }).click();
    await expect(page.getByRole("dialog").getByText("2 customers changed.")).toBeVisible();
    for (const { name } of made) await expect(page.getByRole("dialog").getByText(name)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect(page.locator("tbody").getByText("Disabled").filter({ visible: true })).toHaveCount(2);

    await page.getByRole("checkbox", { name: `Select ${made[0]?.name}` }).check();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete 1 customer" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect(page.locator(rows)).toHaveCount(1);

    await page.getByRole("link", { name: "Deleted" }).click();
    await expect(page.locator("thead th[aria-sort=descending]")).toHaveText("Deleted");
    await page.getByRole("searchbox").fill(`${tag} nobody`);
    await expect(page.getByText("No deleted customer fits")).toBeVisible();
    await page.getByRole("searchbox").fill(tag);
    await expect(page.getByText("30 days left")).toBeVisible();
    await page.getByRole("button", { name: `Restore ${made[0]?.name}` }).dblclick();
    await expect(page.getByText(`${made[0]?.name} is back`)).toBeVisible();
    await expect(page.getByText("No deleted customer fits")).toBeVisible();
    await expect(page.getByText("was not restored")).toHaveCount(0);
    await page.goto(`/portal/customers/${made[0]?.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(made[0]?.name ?? "");
  });

  test("says what a deletion of many takes, what came of it when none is left in the view, and restores them", async ({
    page,
    newCustomer,
    credentials,
  }) => {
    const tag = `many${crypto.randomUUID().slice(0, 8)}`;
    const aws = credentials.providers.find(({ kind }) => kind === "aws")?.id;
    await newCustomer({ tax_id: tag, accounts: [{ provider_id: aws }] });
    await newCustomer({ tax_id: tag });
    await page.goto(`/portal/customers?q=${tag}`);
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await page.getByRole("button", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("provider account vanishes from the portal")).toBeVisible();
    await dialog.getByRole("button", { name: "Delete 2 customers" }).click();
    await expect(dialog.getByText("2 customers changed.")).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();

    await page.goto(`/portal/customers?q=${tag}&deleted=true`);
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await dialog.getByRole("button", { name: "Restore 2 customers" }).click();
    await expect(dialog.getByText("2 customers changed.")).toBeVisible();
  });

  test("keeps who is chosen over pages, and nobody over another view", async ({ page, newCustomer }) => {
    // Of its own: what other journeys make and delete meanwhile counts for nothing here.
    const tag = `pages${crypto.randomUUID().slice(0, 8)}`;
    await Promise.all(Array.from({ length: 52 }, (_, n) => newCustomer({ name: `${tag} ${n}` })));
    await page.goto(`/portal/customers?q=${tag}`);
    await page.locator("tbody").getByRole("checkbox").first().check();
    await expect(page.getByText("1 selected")).toBeVisible();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText(/^51–/)).toBeVisible();
    await page.locator("tbody").getByRole("checkbox").first().check();
    await expect(page.getByText("2 selected")).toBeVisible();
    await page.getByRole("button", { name: /^Select all \d/ }).click();
    const total = (await page.getByText(/^51–.* of /).innerText()).split(" of ")[1];
    expect(total).toBe("52");
    await expect(page.getByText(`${total} selected`)).toBeVisible();
    await page
      .getByRole("navigation", { name: "Customers by status" })
      .getByRole("link", { name: /^Active/ })
      .click();
    await expect(page).toHaveURL(/status=ACTIVE/);
    await expect(page.getByText(/\d selected/)).toHaveCount(0);
  });

  test("is found again where it was left, by Back and by the breadcrumb", async ({ page }) => {
    await page.goto("/portal/customers?status=ACTIVE&sort=-created_at");
    const list = page.getByRole("region", { name: "Customers" });
    await list.evaluate((box) => box.scrollTo(0, 600));
    await list.getByRole("row").nth(25).getByRole("link").click();
    await expect(page).toHaveURL(/customers\/[\da-f-]{36}$/);
    await page.goBack();
    await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBe(600);
    await list.getByRole("row").nth(25).getByRole("link").click();
    await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Customers" }).click();
    await expect(page).toHaveURL(/\?status=ACTIVE&sort=-created_at$/);
  });

  test("shows ids to copy where they are asked for", async ({ page, newCustomer }) => {
    const { id, name } = await newCustomer();
    await page.goto(`/portal/customers?q=${encodeURIComponent(name)}`);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("group", { name: "Columns" }).getByRole("link", { name: "Id", exact: true }).click();
    await expect(page.getByRole("button", { name: `Copy customer id ${id}` })).toBeVisible();
  });

  test("tells most of a customer in one row of a phone, with one button for all else", async ({
    page,
    newCustomer,
  }) => {
    const { name } = await newCustomer({ country: "PT" });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/portal/customers?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole("rowheader")).toContainText(/Portugal.*0 servers/);
    await expect(page.getByRole("button", { name: "Provider" })).toBeHidden();
    await page.getByRole("button", { name: "Filters and more" }).click();
    await page.getByRole("button", { name: "Country" }).click();
    await page.getByRole("link", { name: /^Portugal/ }).click();
    await expect(page).toHaveURL(/country=PT/);
  });

  test("keeps views by name, own ones and shared ones", async ({ page, context, session }) => {
    const name = `View ${crypto.randomUUID().slice(0, 8)}`;
    await page.goto("/portal/customers?status=DISABLED&sort=-servers");
    await page.getByRole("button", { name: "Views" }).click();
    const menu = page.getByRole("group", { name: "Saved views" });
    await menu.getByRole("textbox", { name: "Save this view as" }).fill(name);
    await menu.getByRole("checkbox", { name: "Share with the team" }).check();
    await menu.getByRole("button", { name: "Save view" }).click();
    await expect(menu.getByRole("link", { name })).toBeVisible();

    await context.clearCookies();
    await context.addCookies(await session("reseller_viewer"));
    await page.goto("/portal/customers");
    await page.getByRole("button", { name: "Views" }).click();
    await menu.getByRole("link", { name }).click();
    await expect(page).toHaveURL(/status=DISABLED/);
    await expect(page.locator("thead th[aria-sort=descending]")).toHaveText("Servers");
    await expect(menu.getByRole("button", { name: `Remove the view ${name}` })).toHaveCount(0);

    await context.clearCookies();
    await context.addCookies(await session("reseller_admin"));
    await page.goto("/portal/customers");
    await page.getByRole("button", { name: "Views" }).click();
    await menu.getByRole("button", { name: `Remove the view ${name}` }).click();
    const asked = page.getByRole("dialog", { name: `Remove the view ${name}?` });
    await expect(asked).toContainText("Your whole team loses it.");
    await asked.getByRole("button", { name: "Remove the view" }).click();
    await expect(menu.getByRole("link", { name })).toHaveCount(0);
  });

  test("renames a view, and lets it show what is seen now, by keyboard on a phone", async ({ page, api }) => {
    const [before, after] = [`Old ${crypto.randomUUID().slice(0, 8)}`, `New ${crypto.randomUUID().slice(0, 8)}`];
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/portal/customers?status=DISABLED");
    await page.getByRole("button", { name: "Filters and more" }).click();
    await page.getByRole("button", { name: "Views" }).click();
    const menu = page.getByRole("group", { name: "Saved views" });
    await menu.getByRole("textbox", { name: "Save this view as" }).fill(before);
    await page.keyboard.press("Enter");
    await expect(menu.getByRole("link", { name: before })).toHaveAttribute("aria-current", "true");

    await page.goto("/portal/customers?status=ACTIVE&sort=-servers");
    await page.getByRole("button", { name: "Filters and more" }).click();
    await page.getByRole("button", { name: "Views" }).click();
    await menu.getByRole("button", { name: `Change the view ${before}` }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: `Change the view ${before}` });
    await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(after);
    await dialog.getByRole("checkbox", { name: "Share with the team" }).press("Space");
    await dialog.getByRole("checkbox", { name: "Save what is seen now in this view" }).press("Space");
    await axe(page);
    await screenshots(page, "view-change");
    await dialog.getByRole("textbox", { name: "Name" }).press("Enter");
    await expect(menu.getByRole("link", { name: after })).toHaveAttribute("aria-current", "true");
    const { items } = await (await page.request.get("/api/v1/views?page=customers")).json();
    expect(items.filter((view: { name: string }) => [before, after].includes(view.name))).toMatchObject([
      { name: after, shared: true, query: "status=ACTIVE&sort=-servers" },
    ]);
    const shared = await (await api.get("/api/v1/views?page=customers")).json();
    expect(shared.items.map((view: { name: string }) => view.name)).toContain(after);
  });

  test("does not overwrite a view that was changed elsewhere", async ({ page, expectFailure }) => {
    expectFailure(/412/);
    const name = `Twice ${crypto.randomUUID().slice(0, 8)}`;
    await page.goto("/portal/customers?status=DISABLED");
    const origin = { origin: new URL(page.url()).origin };
    const made = await page.request.post("/api/v1/views", { data: { name, query: "status=ACTIVE" }, headers: origin });
    const { id } = await made.json();
    const menu = page.getByRole("group", { name: "Saved views" });
    const mine = page.getByRole("dialog", { name: `Change the view ${name}` });
    await page.getByRole("button", { name: "Views" }).click();
    await menu.getByRole("button", { name: `Change the view ${name}` }).click();
    await page.request.patch(`/api/v1/views/${id}`, { data: { shared: true }, headers: origin });
    await mine.getByRole("checkbox", { name: "Save what is seen now in this view" }).check();
    await mine.getByRole("button", { name: "Save" }).click();
    const conflict = page.getByRole("dialog", { name: "Someone else changed this view" });
    await expect(conflict.getByText(`${name}, shared, showing status=ACTIVE`)).toBeVisible();
    await expect(conflict.getByText(`${name}, not shared, showing status=DISABLED`)).toBeVisible();
    await axe(page);
    await conflict.getByRole("button", { name: "Save mine over it" }).click();
    await expect(menu.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
    expect(await (await page.request.get(`/api/v1/views/${id}`)).json()).toMatchObject({
      shared: false,
      query: "status=DISABLED",
    });
  });

  test("works by keyboard alone", async ({ page, newCustomer }) => {
    const { name, id } = await newCustomer();
    await page.goto("/portal/customers");
    await expect(page.getByRole("searchbox")).toBeVisible();
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.type(name);
    await expect(page.locator(rows)).toHaveCount(1);
    const link = page.getByRole("link", { name });
    for (let steps = 0; steps < 40 && !(await link.evaluate((it) => it === document.activeElement)); steps++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/portal/customers/${id}$`));
  });

  test("says what is wrong with an address, and that nothing fits", async ({ page }) => {
    await page.goto("/portal/customers?status=BOGUS");
    await expect(page.getByText("This view cannot be shown")).toBeVisible();
    await expect(page.getByRole("searchbox")).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("must be one of");
    await page.getByRole("link", { name: "All customers" }).click();
    await page.getByRole("searchbox").fill("no customer bears this");
    await expect(page.getByText("No customer fits")).toBeVisible();
  });

  test("is accessible, in both themes and on a phone", async ({ page }) => {
    await page.goto("/portal/customers");
    await axe(page);
    await screenshots(page, "customers");
    await page.goto("/portal/customers?deleted=true");
    await axe(page);
    await screenshots(page, "customers-deleted");
  });
});

test("a list needs no script to be searched, sorted and paged", async ({ browser, baseURL, session, newCustomer }) => {
  const { name, id } = await newCustomer();
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await context.addCookies(await session("reseller_admin"));
  const page = await context.newPage();
  await page.goto("/portal/customers");
  await page.getByRole("link", { name: "Servers" }).click();
  await expect(page.locator("thead th[aria-sort=descending]")).toHaveText("Servers");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText(/^51–/)).toBeVisible();
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("link", { name }).click();
  await expect(page).toHaveURL(new RegExp(`/portal/customers/${id}$`));
  await context.close();
});

test("a viewer sees no write controls, and the API refuses", async ({ page, signedIn, credentials, newCustomer }) => {
  const { id } = await newCustomer();
  await signedIn("reseller_viewer");
  await page.goto("/portal/customers");
  await expect(page.locator(rows).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "New customer" })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  for (const tab of ["", "/providers", "/limits"]) {
    await page.goto(`/portal/customers/${id}${tab}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: /Save|Edit|Add|Change|More/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  }
  const answer = await page.request.patch(`/api/v1/customers/${id}`, {
    data: { city: "Elsewhere" },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(403);
  expect(credentials.users.length).toBeGreaterThan(0);
});

test("another reseller's customer is a 404 page", async ({ page, signedIn, newCustomer, expectFailure }) => {
  const { id } = await newCustomer();
  await signedIn("other_reseller_admin");
  expectFailure(/404/);
  const answer = await page.goto(`/portal/customers/${id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
  // Nor is there at an address that is no text.
  expect((await page.goto("/portal/customers/%E0%A4"))?.status()).toBe(404);
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
});

test("without a connection a search and a write say so", async ({
  page,
  context,
  signedIn,
  newCustomer,
  expectFailure,
}) => {
  expectFailure(/ERR_INTERNET_DISCONNECTED/);
  const { id, name } = await newCustomer();
  await signedIn("reseller_admin");
  await page.goto("/portal/customers");
  await context.setOffline(true);
  await page.getByRole("searchbox").fill(name);
  await expect(page.getByText("The portal cannot be reached")).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.locator("tbody tr")).toHaveCount(1);

  await page.goto(`/portal/customers/${id}/limits`);
  await context.setOffline(true);
  await page.getByLabel("Own limit").fill("33");
  await page.getByRole("button", { name: "Save limit" }).click();
  await expect(page.getByText(/check the connection/)).toBeVisible();
  await context.setOffline(false);
});

test("a page that is long in coming is announced by a bar", async ({ page, signedIn }) => {
  await signedIn("reseller_viewer");
  await page.goto("/portal/customers");
  let answer = () => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/portal/keys?*", async (route) => {
    await slow;
    await route.continue();
  });
  const bar = () => page.evaluate(() => getComputedStyle(document.body, "::before").content);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "API keys" }).click();
  await expect.poll(bar).toBe('""');
  answer();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  await expect.poll(bar).toBe("none");
});

test("a CSP's admin looks at one reseller alone: the address says so", async ({
  page,
  context,
  signedIn,
  credentials,
}) => {
  await signedIn("csp_admin");
  const switcher = page.getByRole("button", { name: /^Customers of:/ });
  const [first, second] = credentials.resellers;
  await page.goto("/portal/customers?sort=-created_at");
  await expect(page.locator("thead").getByText("Reseller")).toBeVisible();
  await switcher.click();
  await page.getByRole("link", { name: second?.name ?? "", exact: true }).click();
  await expect(switcher).toContainText(second?.name ?? "");
  await expect(page).toHaveURL(new RegExp(`/portal/customers\\?sort=-created_at&reseller=${second?.id}$`));
  await expect(page.locator("thead").getByText("Reseller")).toHaveCount(0);

  // What is filtered, opened and gone back from stays with that reseller.
  await page.getByRole("searchbox").fill("a");
  await expect(page).toHaveURL(/q=a/);
  const shared = page.url();
  expect(shared).toContain(`reseller=${second?.id}`);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/portal/customers/[0-9a-f-]{36}\\?reseller=${second?.id}$`));
  await page.getByRole("link", { name: "Limits" }).click();
  await expect(page).toHaveURL(new RegExp(`/limits\\?reseller=${second?.id}$`));
  await expect(switcher).toContainText(second?.name ?? "");

  // The link leads whoever gets it to the same.
  const other = await context.newPage();
  await other.goto(shared);
  await expect(other.getByRole("button", { name: /^Customers of:/ })).toContainText(second?.name ?? "");
  await expect(other.getByRole("searchbox")).toHaveValue("a");
  const [file] = await Promise.all([
    other.waitForEvent("download"),
    other.getByRole("link", { name: "CSV", exact: true }).click(),
  ]);
  expect(file.url()).toContain(`reseller_id=${second?.id}`);

  // Another reseller, and Back to the one before.
  await switcher.click();
  await page.getByRole("link", { name: "All resellers", exact: true }).click();
  await expect(switcher).toContainText("All resellers");
  await expect(page).toHaveURL(/\/limits$/);
  await page.goBack();
  await expect(switcher).toContainText(second?.name ?? "");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit" })).toBeVisible();
  await switcher.click();
  await page.getByRole("link", { name: first?.name ?? "", exact: true }).click();
  await expect(switcher).toContainText(first?.name ?? "");
  await expect(page).toHaveURL(new RegExp(`/portal/audit\\?reseller=${first?.id}$`));
  const csv = page.getByRole("link", { name: "CSV", exact: true });
  await expect(csv).toHaveAttribute("href", `/api/v1/audit/export?reseller_id=${first?.id}`);
});

test("a reseller that is not one's own leaves the address", async ({ page, signedIn, credentials }) => {
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers?status=ACTIVE&reseller=${credentials.resellers[1]?.id}`);
  await expect(page).toHaveURL(/\/portal\/customers\?status=ACTIVE$/);
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
});

test("without scripts a CSP's admin looks at one reseller alone, too", async ({ scriptless, credentials }) => {
  const page = await scriptless("csp_admin");
  const [, second] = credentials.resellers;
  await page.goto("/portal/customers");
  await page.getByRole("button", { name: /^Customers of:/ }).click();
  await page.getByRole("link", { name: second?.name ?? "", exact: true }).click();
  await page.getByRole("searchbox").fill("a");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(new RegExp(`reseller=${second?.id}`));
  await expect(page).toHaveURL(/q=a/);
  await expect(page.getByRole("button", { name: /^Customers of:/ })).toContainText(second?.name ?? "");
});
