import { axe, expect, showcaseOf, test } from "./fixtures";

test.beforeEach(async ({ signedIn }) => signedIn("reseller_admin"));

test("capacity is added up by unit type, and removed after saying what goes", async ({ page, newCustomer }) => {
  const { id } = await newCustomer();
  await page.goto(`/portal/customers/${id}/capacity`);
  await expect(page.getByText("No capacity yet")).toBeVisible();
  const amount = page.getByRole("textbox", { name: "Amount" });
  const add = page.getByRole("button", { name: "Add capacity" });

  await page.getByRole("combobox", { name: "Unit type" }).selectOption("MU");
  await amount.fill("half");
  await add.click();
  await expect(page.getByText(/Amount (must be|is)/)).toBeVisible();
  for (const [units, name] of [
    ["1000", "First contract"],
    ["24", "Second contract"],
  ] as const) {
    await page.getByRole("combobox", { name: "Unit type" }).selectOption("MU");
    await amount.fill(units);
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await add.click();
    await expect(page.getByRole("rowheader", { name })).toBeVisible();
  }
  await expect(page.getByText("0 of 1,024")).toBeVisible();

  await page.getByRole("button", { name: "Remove available capacity of type MU" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("MU, First contract")).toBeVisible();
  await expect(dialog.getByText("MU, Second contract")).toBeVisible();
  await dialog.getByRole("button", { name: "Remove 2 entries" }).click();
  await expect(page.getByText("No capacity yet")).toBeVisible();
});

test("what a colleague has changed meanwhile is shown before one's own change goes on top", async ({
  page,
  api,
  newCustomer,
  expectFailure,
}) => {
  expectFailure(/412/);
  const { id } = await newCustomer();
  const of = `/api/v1/customers/${id}`;
  const dialog = page.getByRole("dialog");
  await page.goto(`/portal/customers/${id}/capacity`);
  await expect(page.getByText("No capacity yet")).toBeVisible();
  const entry = { side: "available", unit_type: "MU", amount: 64, name: "A colleague's" };
  expect((await api.post(`${of}/capacity`, { data: entry })).status()).toBe(201);
  await page.getByRole("combobox", { name: "Unit type" }).selectOption("MU");
  await page.getByRole("textbox", { name: "Amount" }).fill("36");
  await page.getByRole("button", { name: "Add capacity" }).click();
  await expect(dialog).toContainText("Someone else changed the capacity of this customer");
  await expect(dialog).toContainText("MU: 64 available, 0 consumed");
  await expect(dialog).toContainText("Add 36 MU available");
  await axe(page);
  await dialog.getByRole("button", { name: "Do it all the same" }).click();
  await expect(page.getByText("0 of 100")).toBeVisible();

  await page.goto(`/portal/customers/${id}/groups`);
  const theirs = `d${crypto.randomUUID().slice(0, 8)}.example`;
  const box = page.getByRole("textbox", { name: "Register a domain" });
  await expect(page.getByText("No domains")).toBeVisible();
  expect((await api.post(`${of}/domains`, { data: { name: theirs } })).status()).toBe(201);
  await box.fill(`www.${theirs}`);
  await box.press("Enter");
  await expect(dialog).toContainText("Someone else changed the domains of this customer");
  await expect(dialog).toContainText(theirs);
  await dialog.getByRole("button", { name: "Keep theirs" }).click();
  await expect(page.getByRole("button", { name: `Give ${theirs} back` })).toBeVisible();
  await expect(page.getByRole("button", { name: `Give www.${theirs} back` })).toBeHidden();
  await box.press("Enter");
  await expect(page.getByRole("button", { name: `Give www.${theirs} back` })).toBeVisible();
});

test("a customer joins and leaves a group of users", async ({ page, credentials, newCustomer }) => {
  const group = credentials.userGroups.find(({ resellerId }) => resellerId === credentials.resellers[0]?.id);
  const name = group?.name ?? "";
  const { id } = await newCustomer();
  await page.goto(`/portal/customers/${id}/groups`);
  await expect(page.getByText("In no group")).toBeVisible();
  await page.getByRole("combobox", { name: "Add to a group" }).selectOption({ label: name });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: `Take out of ${name}` }).click();
  await expect(page.getByText("In no group")).toBeVisible();
});

test("a domain belongs to one customer at a time", async ({ page, newCustomer, expectFailure }) => {
  const domain = `d${crypto.randomUUID().slice(0, 8)}.example`;
  const [first, second] = [await newCustomer(), await newCustomer()];
  const box = page.getByRole("textbox", { name: "Register a domain" });
  expectFailure(/409/);

  await page.goto(`/portal/customers/${first.id}/groups`);
  await box.fill("not a domain");
  await box.press("Enter");
  await expect(page.getByText("Enter a domain, such as example.com.")).toBeVisible();
  await box.fill(domain);
  await box.press("Enter");
  await expect(page.getByRole("button", { name: `Give ${domain} back` })).toBeVisible();

  await page.goto(`/portal/customers/${second.id}/groups`);
  await box.fill(domain);
  await box.press("Enter");
  await expect(page.getByText(/belongs to another customer/)).toBeVisible();

  await page.goto(`/portal/customers/${first.id}/groups`);
  await page.getByRole("button", { name: `Give ${domain} back` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Give back" }).click();
  await expect(page.getByText("No domains")).toBeVisible();
});

test("before the scripts are there, the forms of the tabs save by themselves", async ({
  scriptless,
  credentials,
  newCustomer,
}) => {
  const group =
    credentials.userGroups.find(({ resellerId }) => resellerId === credentials.resellers[0]?.id)?.name ?? "";
  const domain = `d${crypto.randomUUID().slice(0, 8)}.example`;
  const { id } = await newCustomer();
  const page = await scriptless("reseller_admin");

  await page.goto(`/portal/customers/${id}/capacity`);
  await page.getByLabel("Amount").fill("half");
  await page.getByRole("button", { name: "Add capacity" }).click();
  await expect(page.getByText(/Amount (must be|is)/)).toBeVisible();
  await page.getByLabel("Amount").fill("12");
  await page.getByRole("button", { name: "Add capacity" }).click();
  await expect(page.getByText("0 of 12")).toBeVisible();

  await page.goto(`/portal/customers/${id}/groups`);
  await page.getByLabel("Add to a group").selectOption({ label: group });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: `Take out of ${group}` }).click();
  await expect(page.getByText("In no group")).toBeVisible();
  await page.getByLabel("Register a domain").fill("not a domain");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText(/^The domain must be/)).toBeVisible();
  await page.getByLabel("Register a domain").fill(domain);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText(domain)).toBeVisible();

  await page.goto(`/portal/customers/${id}/limits`);
  await page.getByLabel("Plan", { exact: true }).selectOption({ index: 1 });
  const plan = await page.getByLabel("Plan", { exact: true }).inputValue();
  await page.getByRole("button", { name: "Change plan" }).click();
  await expect(page).toHaveURL(/limits$/);
  await page.reload();
  await expect(page.getByLabel("Plan", { exact: true })).toHaveValue(plan);
});

test("activity tells what was done before and after, by whom and from which API", async ({
  page,
  api,
  newCustomer,
}) => {
  const { id, name } = await newCustomer({ city: "Cork" });
  const correlationId = crypto.randomUUID();
  const headers = { "x-request-id": correlationId };
  const answer = await api.patch(`/api/v1/customers/${id}`, { data: { city: "Lyon" }, headers });
  expect(answer.status()).toBe(200);
  await page.goto(`/portal/customers/${id}/activity`);
  const entry = page.getByRole("list", { name: "What was done" }).locator("> li").first();
  await expect(entry.getByText(/^changed /)).toContainText(name);
  await expect(entry.getByText("reseller-a (key)")).toBeVisible();
  await expect(entry.getByText("portal", { exact: true })).toBeVisible();
  await expect(entry.locator("del")).toHaveText(/Cork/);
  await expect(entry.locator("ins")).toHaveText(/Lyon/);
  await expect(entry.getByRole("button", { name: `Copy correlation id ${correlationId}` })).toBeVisible();
});

test("activity says so where its address is not whole", async ({ page, credentials }) => {
  await page.goto(`/portal/customers/${showcaseOf(credentials).id}/activity?cursor=nonsense`);
  await expect(page.getByText("This page of the log cannot be shown")).toBeVisible();
  await page.getByRole("link", { name: "The latest" }).click();
  await expect(page.getByRole("list", { name: "What was done" }).locator("> li").first()).toBeVisible();
});
