import { axe, expect, screenshots, test } from "./fixtures";

test("a change is saved and shown", async ({ page, signedIn, newCustomer, api }) => {
  const { id } = await newCustomer({ city: "Porto", email: "desk@porto.example" });
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers/${id}/edit`);
  await expect(page.getByLabel("City")).toHaveValue("Porto");
  await axe(page);
  await screenshots(page, "edit-customer");
  await page.getByLabel("E-mail").fill("desk@");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByText("E-mail must be an e-mail address")).toBeVisible();
  await page.getByLabel("E-mail").fill("");
  await page.getByLabel("City").fill("Lisboa");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
  await expect(page.getByText("was saved")).toBeVisible();
  expect(await (await api.get(`/api/v1/customers/${id}`)).json()).toMatchObject({ city: "Lisboa", email: "" });
});

test("two people editing one customer do not overwrite each other", async ({
  page,
  signedIn,
  newCustomer,
  api,
  expectFailure,
}) => {
  expectFailure(/412/);
  const { id } = await newCustomer({ city: "Porto", zip: "4000" });
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers/${id}/edit`);
  await page.getByLabel("City").fill("Lisboa");
  await page.getByLabel("Tax id").fill("PT-1");
  const patched = await api.patch(`/api/v1/customers/${id}`, { data: { city: "Braga", zip: "4700" } });
  expect(patched.status()).toBe(200);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Someone else saved this customer")).toBeVisible();
  await axe(page);
  await screenshots(page, "edit-customer-conflict");
  await page.getByRole("button", { name: "Save what I chose" }).click();
  await expect(page.getByText("Choose a side for city.")).toBeVisible();
  expect(await (await api.get(`/api/v1/customers/${id}`)).json(), "nothing is saved yet").toMatchObject({
    city: "Braga",
    tax_id: "",
  });
  await page.getByLabel("City, yours: Lisboa").check();
  await page.getByRole("button", { name: "Save what I chose" }).click();
  await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
  const saved = await (await api.get(`/api/v1/customers/${id}`)).json();
  expect(saved, "mine, theirs, and mine").toMatchObject({ city: "Lisboa", zip: "4700", tax_id: "PT-1" });
});

test.describe("a customer that is deleted while somebody edits it", () => {
  let id: string;

  test.beforeEach(async ({ page, signedIn, newCustomer, expectFailure }) => {
    expectFailure(/404/);
    ({ id } = await newCustomer({ city: "Porto" }));
    await signedIn("reseller_admin");
    await page.goto(`/portal/customers/${id}/edit`);
    await page.getByLabel("City").fill("Lisboa");
  });

  test("is restored, and the edit goes on", async ({ page, api }) => {
    expect((await api.delete(`/api/v1/customers/${id}`)).status()).toBe(204);

    await page.getByRole("button", { name: "Save" }).click();
    const told = page.getByRole("alert").filter({ hasText: "was deleted while you were editing it" });
    await expect(told).toContainText("reseller-a deleted it");
    await expect(told.getByRole("button", { name: "Restore and save" })).toBeFocused();
    await expect(page.getByLabel("City")).toHaveValue("Lisboa");
    await axe(page);
    await screenshots(page, "edit-customer-deleted");
    await told.getByRole("button", { name: "Restore and save" }).click();
    await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
    expect(await (await api.get(`/api/v1/customers/${id}`)).json()).toMatchObject({ city: "Lisboa" });
  });

  test("shows both versions once it is restored, where it was changed before", async ({ page, api }) => {
    await api.patch(`/api/v1/customers/${id}`, { data: { zip: "4700" } });
    await api.delete(`/api/v1/customers/${id}`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Restore and save" }).click();
    await page.getByRole("button", { name: "Save what I chose" }).click();
    await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
    const saved = await (await api.get(`/api/v1/customers/${id}`)).json();
    expect(saved).toMatchObject({ city: "Lisboa", zip: "4700" });
  });
});

test("what is not saved is not left without a question", async ({ page, signedIn, newCustomer }) => {
  const { id, name } = await newCustomer({ city: "Porto" });
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers/${id}/edit`);
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  let leave = false;
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return leave ? dialog.accept() : dialog.dismiss();
  });
  const away = page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name });
  await page.getByLabel("City").fill("Lisboa");
  await away.click();
  expect(asked).toEqual(["confirm"]);
  await expect(page.getByLabel("City")).toHaveValue("Lisboa");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["confirm", "beforeunload"]);
  await expect(page.getByLabel("City")).toHaveValue("Lisboa");
  leave = true;
  await away.click();
  await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
  expect(asked).toHaveLength(3);

  await page.goto(`/portal/customers/${id}/edit`);
  await page.getByLabel("City").fill("Braga");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
  await page.getByRole("link", { name: "Customers" }).first().click();
  await page.waitForURL(/\/portal\/customers$/);
  expect(asked, "what is saved is left without a question").toHaveLength(3);
});

test("the language is chosen by its name, and an unknown one stays", async ({ page, signedIn, newCustomer, api }) => {
  const { id } = await newCustomer({ language: "zz" });
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers/${id}/edit`);
  await expect(page.getByLabel("Language")).toHaveValue("zz");
  await page.getByLabel("City").fill("Faro");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
  expect(await (await api.get(`/api/v1/customers/${id}`)).json()).toMatchObject({ city: "Faro", language: "zz" });
  await page.goto(`/portal/customers/${id}/edit`);
  await page.getByLabel("Language").selectOption({ label: "Portuguese" });
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
  await expect(page.getByText("Portuguese")).toBeVisible();
});

test("before the scripts are there, the form saves by itself, and overwrites nobody", async ({
  browser,
  baseURL,
  session,
  newCustomer,
  api,
}) => {
  const { id } = await newCustomer({ city: "Porto" });
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  await context.addCookies(await session("reseller_admin"));
  const page = await context.newPage();
  await page.goto(`/portal/customers/${id}/edit`);
  await api.patch(`/api/v1/customers/${id}`, { data: { city: "Braga" } });
  await page.getByLabel("City").fill("Lisboa");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Someone else saved a change in the meantime")).toBeVisible();
  await page.goto(`/portal/customers/${id}/edit`);
  await page.getByLabel("City").fill("Lisboa");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`/portal/customers/${id}$`));
  expect(await (await api.get(`/api/v1/customers/${id}`)).json()).toMatchObject({ city: "Lisboa" });
  await context.close();
});

test("another reseller's customer is not there, and a viewer has no form", async ({
  page,
  context,
  signedIn,
  newCustomer,
  expectFailure,
}) => {
  expectFailure(/404/);
  const { id } = await newCustomer();
  await signedIn("other_reseller_admin");
  const answer = await page.goto(`/portal/customers/${id}/edit`);
  expect(answer?.status()).toBe(404);
  await context.clearCookies();
  await signedIn("reseller_viewer");
  await page.goto(`/portal/customers/${id}/edit`);
  await expect(page.getByText("Your role does not let you change customers")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
});
