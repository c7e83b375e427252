import { axe, expect, screenshots, showcaseOf, test } from "./fixtures";

const pageOf = (id: string, tab = "") => `/portal/customers/${id}${tab}`;

test.describe("a customer's page", () => {
  test.beforeEach(async ({ signedIn }) => signedIn("reseller_admin"));

  test("tells who the customer is and leads to each tab", async ({ page, credentials }) => {
    const { id, name } = showcaseOf(credentials);
    await page.goto(pageOf(id));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page).toHaveTitle(`${name} · Reseller Portal`);
    const tabs = page.getByRole("navigation", { name: "Customer" }).getByRole("link");
    const labels = await tabs.allInnerTexts();
    for (const label of labels) {
      await page.getByRole("navigation", { name: "Customer" }).getByRole("link", { name: label }).click();
      await expect(page.locator("nav[aria-label=Customer] [aria-current=page]")).toHaveText(label);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    }
  });

  test("changes the status, and deletes after saying what keeps running", async ({ page, newCustomer }) => {
    const { id, name } = await newCustomer();
    await page.goto(pageOf(id));
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitemradio", { name: "Active" }).click();
    await expect(page.getByText(`${name} is now active`)).toBeVisible();
    await expect(page.locator("h1 + *")).toHaveText("Active");

    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitemradio", { name: "Disabled…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await expect(page.locator("h1 + *")).toHaveText("Active");
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitemradio", { name: "Disabled…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Disable customer" }).click();
    await expect(page.locator("h1 + *")).toHaveText("Disabled");

    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete customer" }).click();
    await expect(page.getByText(`${name} was deleted`)).toBeVisible();
    await expect(page).toHaveURL(/\/portal\/customers$/);
  });

  test("of a deleted customer leads to where it is restored", async ({ page, api, newCustomer }) => {
    const { id, name } = await newCustomer();
    expect((await api.delete(`/api/v1/customers/${id}`, { headers: { "if-match": '"1"' } })).status()).toBe(204);
    for (const tab of ["", "/limits", "/edit"]) {
      await page.goto(pageOf(id, tab));
      await expect(page.getByRole("button", { name: `Restore ${name}` })).toBeVisible();
    }
  });

  test("says what needs attention, and leads to it", async ({ page, newCustomer, credentials }) => {
    const microsoft = credentials.providers.find(({ kind }) => kind === "microsoft")?.id;
    const { id } = await newCustomer({ accounts: [{ provider_id: microsoft, data: { Domain: "attention" } }] });
    await page.goto(pageOf(id));
    await page.getByRole("link", { name: "1 agreement to be signed" }).click();
    await expect(page).toHaveURL(/\/providers$/);
  });

  test("keeps a long name within a phone's width", async ({ page, newCustomer }) => {
    const { id } = await newCustomer({ name: "W".repeat(200) });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of [pageOf(id), pageOf(id, "/edit"), pageOf(id, "/activity"), `/portal/audit?customer_id=${id}`]) {
      // With all that comes later.
      await page.goto(path, { waitUntil: "networkidle" });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    }
  });

  test("names in numbers what a deletion leaves running", async ({ page, credentials }) => {
    await page.goto(pageOf(showcaseOf(credentials).id));
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(/^keep running at .*: \d+ servers?, /).first()).toBeVisible();
    await expect(dialog.getByText(/^API keys? stops? working at once$/)).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
  });

  for (const tab of ["", "/resources", "/providers", "/limits", "/capacity", "/groups", "/activity"]) {
    test(`is accessible in both themes and on a phone: ${tab || "overview"}`, async ({ page, credentials }) => {
      await page.goto(pageOf(showcaseOf(credentials).id, tab), { waitUntil: "networkidle" });
      await axe(page);
      await screenshots(page, `customer${tab.replace("/", "-")}`);
    });
  }
});

test.describe("the concurrency limit", () => {
  test.beforeEach(async ({ signedIn }) => signedIn("reseller_admin"));

  test("is set, changed and removed; not set is a state of its own", async ({ page, newCustomer }) => {
    const { id } = await newCustomer();
    await page.goto(pageOf(id, "/limits"));
    const limit = page.getByRole("textbox", { name: "Own limit" });
    await expect(page.getByText("There is no limit and no plan.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);

    await limit.fill("many");
    await page.getByRole("button", { name: "Save limit" }).click();
    await expect(page.getByText("Enter a whole number from 0 to 1,000,000.")).toBeVisible();
    await limit.fill("40");
    await limit.press("Enter");
    await expect(page.getByText("Its own limit of 40; there is no plan.").first()).toBeVisible();
    await limit.fill("45");
    await limit.press("Enter");
    await expect(page.getByText("Its own limit of 45; there is no plan.").first()).toBeVisible();

    await page.reload();
    await expect(limit).toHaveValue("45");
    await page.getByRole("button", { name: "Remove" }).click();
    const asked = page.getByRole("dialog", { name: "Remove the own limit?" });
    await expect(asked).toContainText("then has no limit of 45 of its own. Its calls are unlimited.");
    await asked.getByRole("button", { name: "Remove the limit" }).click();
    await expect(page.getByText("There is no limit and no plan.").first()).toBeVisible();
    await expect(limit).toHaveValue("");
  });

  test("of 0 has to be confirmed", async ({ page, newCustomer }) => {
    const { id } = await newCustomer();
    await page.goto(pageOf(id, "/limits"));
    const limit = page.getByRole("textbox", { name: "Own limit" });
    await limit.fill("0");
    await limit.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("There is no limit and no plan.").first()).toBeVisible();
    await limit.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Block every call" }).click();
    await expect(page.getByText("Its own limit of 0 blocks every call.").first()).toBeVisible();
  });

  test("above the plan's has no effect, and the page says so", async ({ page, newCustomer }) => {
    const { id } = await newCustomer();
    await page.goto(pageOf(id, "/limits"));
    const plan = page.getByRole("combobox", { name: "Plan" });
    const starter = await plan.locator("option", { hasText: "Starter" }).getAttribute("value");
    await plan.selectOption(starter);
    await page.getByRole("button", { name: "Change plan" }).click();
    await expect(page.getByText(/The plan Starter allows \d+; there is no limit of its own\./)).toBeVisible();
    await page.getByRole("textbox", { name: "Own limit" }).fill("100000");
    await page.getByRole("button", { name: "Save limit" }).click();
    await expect(page.getByText("The own limit has no effect")).toBeVisible();
  });

  test("is not overwritten silently: both versions are shown", async ({ page, api, newCustomer, expectFailure }) => {
    const { id } = await newCustomer();
    expectFailure(/412/);
    await page.goto(pageOf(id, "/limits"));
    const limit = page.getByRole("textbox", { name: "Own limit" });
    await limit.fill("10");
    const other = await api.put(`/api/v1/customers/${id}/concurrency-limit`, { data: { limit: 77 } });
    expect(other.status()).toBe(200);
    await limit.press("Enter");
    const dialog = page.getByRole("dialog", { name: /Someone else changed/ });
    await expect(dialog.getByText("77", { exact: true })).toBeVisible();
    await expect(dialog.getByText("10", { exact: true })).toBeVisible();
    await axe(page);
    await dialog.getByRole("button", { name: "Save mine over it" }).click();
    await expect(page.getByText("Its own limit of 10; there is no plan.").first()).toBeVisible();
  });

  test("is the same over the other surfaces", async ({ page, api, newCustomer }) => {
    const { id } = await newCustomer();
    await page.goto(pageOf(id, "/limits"));
    await page.getByRole("textbox", { name: "Own limit" }).fill("12");
    await page.getByRole("button", { name: "Save limit" }).click();
    await expect(page.getByText("Its own limit of 12; there is no plan.").first()).toBeVisible();
    const answer = await api.get(`/customers/${id}/concurrency-limit`);
    expect(await answer.json()).toEqual({ limit: 12 });
  });
});

test("a limit that is not saved is not left without a question", async ({ page, signedIn, newCustomer }) => {
  await signedIn("reseller_admin");
  const { id } = await newCustomer();
  await page.goto(pageOf(id, "/limits"));
  await page.waitForLoadState("networkidle");
  const field = page.getByRole("textbox", { name: "Own limit" });
  await field.fill("7");
  page.once("dialog", (question) => question.dismiss());
  await page.getByRole("link", { name: "Capacity" }).click();
  await expect(field).toHaveValue("7");
  page.once("dialog", (question) => question.dismiss());
  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(field).toHaveValue("7");
  await page.keyboard.press("Escape");
  page.once("dialog", (question) => question.dismiss());
  await page.keyboard.press("Control+k");
  await page.keyboard.type("sign out");
  await page.getByRole("option", { name: "Sign out" }).click();
  await expect(field).toHaveValue("7");
  await page.getByRole("button", { name: "Save limit" }).click();
  await expect(page.getByText("The limit was saved")).toBeVisible();
  await page.getByRole("link", { name: "Capacity" }).click();
  await page.waitForURL(/\/capacity$/);
});

test("the limit's form needs no script", async ({ browser, baseURL, session, newCustomer }) => {
  const { id } = await newCustomer();
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await context.addCookies(await session("reseller_admin"));
  const page = await context.newPage();
  await page.goto(pageOf(id, "/limits"));
  await page.getByRole("textbox", { name: "Own limit" }).fill("0");
  await page.getByRole("button", { name: "Save limit" }).click();
  await page.getByRole("checkbox", { name: /Yes, block every call/ }).check();
  await page.getByRole("button", { name: "Save limit" }).click();
  await expect(page.getByText("Its own limit of 0 blocks every call.").first()).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("There is no limit and no plan.")).toBeVisible();
  await context.close();
});

test.describe("provider accounts", () => {
  test.beforeEach(async ({ signedIn }) => signedIn("reseller_admin"));

  test("a provider is allowed and taken back by its switch", async ({ page, newCustomer }) => {
    const { id } = await newCustomer();
    await page.goto(pageOf(id, "/providers"));
    const aws = page.getByRole("switch", { name: "AWS" });
    await aws.check();
    await expect(page.getByText("AWS is allowed")).toBeVisible();
    await page.reload();
    await expect(aws).toBeChecked();
    await aws.uncheck();
    await expect(page.getByText("AWS is no longer allowed")).toBeVisible();
  });

  test("an account is added, its margins edited with a live example, its agreement recorded, and removed", async ({
    page,
    newCustomer,
  }) => {
    const { id } = await newCustomer();
    await page.goto(pageOf(id, "/providers"));
    const card = page.getByRole("listitem").filter({ has: page.getByRole("switch", { name: "Microsoft" }) });
    await card.getByRole("button", { name: "Add account" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Domain prefix" }).fill("not a domain!");
    await expect(dialog.getByText(/must be 1 to 27 letters and digits/)).toBeVisible();
    await dialog.getByRole("button", { name: "Write JSON instead" }).click();
    await expect(dialog.getByText(/must be 1 to 27 letters and digits/)).toHaveCount(0);
    await dialog.getByRole("button", { name: "Fill in fields instead" }).click();
    await dialog.getByRole("textbox", { name: "Domain prefix" }).fill("journeys");
    await dialog.getByRole("button", { name: "Add account" }).click();
    await expect(card.getByText("journeys", { exact: true })).toBeVisible();

    await card.getByRole("button", { name: "Edit margins" }).click();
    await dialog.getByRole("combobox", { name: /Rule for the account/ }).selectOption("markup");
    await dialog.getByRole("textbox", { name: "Percent for the account" }).fill("10.6");
    await expect(dialog.getByRole("cell", { name: "110.60" }).first()).toBeVisible();
    await dialog.getByRole("button", { name: "Save margins" }).click();
    await expect(card.getByText("Markup 10.6 %", { exact: true })).toBeVisible();

    await card.getByRole("button", { name: "More for Microsoft" }).click();
    await page.getByRole("menuitem", { name: "Record acceptance" }).click();
    await dialog.getByRole("textbox", { name: "Signatory's first name" }).fill("Maeve");
    await dialog.getByRole("textbox", { name: "Signatory's last name" }).fill("Quinn");
    await dialog.getByRole("textbox", { name: "Signatory's e-mail" }).fill("maeve@blueharbour.example");
    await dialog.getByRole("button", { name: "Record acceptance" }).click();
    await expect(card.getByText("Maeve Quinn, maeve@blueharbour.example")).toBeVisible();

    await card.getByRole("button", { name: "More for Microsoft" }).click();
    await page.getByRole("menuitem", { name: "Remove account…" }).click();
    await expect(dialog.getByRole("listitem")).toHaveText(["1margin is forgotten", "1agreement is forgotten"]);
    await dialog.getByRole("button", { name: "Remove account" }).click();
    await expect(card.getByRole("button", { name: "Add account" })).toBeVisible();
  });

  test("an account's dialog advises, names what is wrong in its JSON, and keeps what is typed", async ({
    page,
    newCustomer,
    credentials,
    api,
    expectFailure,
  }) => {
    expectFailure(/422/);
    const aws = credentials.providers.find(({ kind }) => kind === "aws")?.id;
    const { id } = await newCustomer({ accounts: [{ provider_id: aws }] });
    await page.goto(pageOf(id, "/providers"));
    await page.getByRole("button", { name: "More for AWS" }).click();
    await page.getByRole("menuitem", { name: "Edit account data" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Customer id at AWS").pressSequentially("1234");
    await expect(dialog.getByText("An AWS account id has 12 digits. It can be saved as it is.")).toBeVisible();
    await screenshots(page, "account-advice");
    await axe(page);

    page.once("dialog", (question) => question.dismiss());
    await page.keyboard.press("Escape");
    await expect(dialog.getByLabel("Customer id at AWS"), "Escape loses nothing").toHaveValue("1234");

    await dialog.getByRole("button", { name: "Write JSON instead" }).click();
    const json = dialog.getByLabel("Provider data (JSON)");
    await json.fill('{"Region": "a",}');
    await dialog.getByRole("button", { name: "Save account" }).click();
    await expect(dialog.getByText("at line 1, column 16 stands } where a name in double quotes belongs")).toBeVisible();
    await expect(json).toBeFocused();
    await json.fill('{"Region": "a\\u0007", "Alias": "b\\u0007"}');
    await dialog.getByRole("button", { name: "Save account" }).click();
    const said = "Region must not contain control characters. Alias must not contain control characters.";
    await expect(json).toHaveAccessibleDescription(said);
    await expect(json).toBeFocused();
    await screenshots(page, "account-json");
    await axe(page);
    await json.fill('{"Region": "eu-central-1"}');
    await dialog.getByRole("button", { name: "Save account" }).click();
    await expect(dialog).toBeHidden();
    const { items } = await (await api.get(`/api/v1/customers/${id}/accounts`)).json();
    expect(items).toMatchObject([{ provider_customer_id: "1234", data: { Region: "eu-central-1" } }]);
  });

  test("an account's dialog says so where the customer was deleted meanwhile", async ({
    page,
    newCustomer,
    api,
    expectFailure,
  }) => {
    expectFailure(/404/);
    const { id } = await newCustomer();
    await page.goto(pageOf(id, "/providers"));
    const card = page.getByRole("listitem").filter({ has: page.getByRole("switch", { name: "AWS" }) });
    await card.getByRole("button", { name: "Add account" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Account alias").fill("acme");
    await api.delete(`/api/v1/customers/${id}`);
    await dialog.getByRole("button", { name: "Add account" }).click();
    await expect(dialog.getByRole("alert")).toContainText("somebody has removed it in the meantime");
    await expect(dialog.getByLabel("Account alias")).toHaveValue("acme");
  });

  test("margins that somebody else changed are not overwritten silently", async ({
    page,
    api,
    credentials,
    newCustomer,
    expectFailure,
  }) => {
    const aws = credentials.providers.find(({ kind }) => kind === "aws")?.id;
    const { id } = await newCustomer({ accounts: [{ provider_id: aws, margin: { rule: "markup", value: "5" } }] });
    expectFailure(/412/);
    await page.goto(pageOf(id, "/providers"));
    await page.getByRole("button", { name: "Edit margins" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Percent for the account" }).fill("6");
    const other = await api.patch(`/api/v1/customers/${id}/accounts/${aws}/margins`, {
      data: { margin: { rule: "markup", value: "9" } },
    });
    expect(other.status()).toBe(200);
    await dialog.getByRole("button", { name: "Save margins" }).click();
    await expect(dialog.getByText("Markup 9 %")).toBeVisible();
    await expect(dialog.getByText("Markup 6 %")).toBeVisible();
    await dialog.getByRole("button", { name: "Keep theirs" }).click();
    await expect(page.getByText("Markup 9 %")).toBeVisible();
  });
});
