import { axe, expect, screenshots, showcaseOf, test } from "./fixtures";

const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

test("a key is made, works, is rotated with a grace period, and revoked", async ({
  page,
  signedIn,
  playwright,
  baseURL,
}) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/keys");
  await page.getByRole("link", { name: "New key" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "New key" })).toBeVisible();
  await screenshots(page, "key-new");
  await axe(page);

  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("Name is required.")).toBeVisible();
  await expect(page.getByText("Choose at least one permission.")).toBeVisible();

  const name = `Journey ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Read only" }).click();
  await expect(page.getByLabel("Read: Customers")).toBeChecked();
  await page.getByLabel("Read: Audit log").uncheck();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByRole("heading", { name: `The key ${name} is ready` })).toBeVisible();
  const secret = await page.getByRole("region", { name: "key", exact: true }).innerText();
  expect(secret).toMatch(/^XI[0-9A-F]{32}$/);

  const program = await playwright.request.newContext({ baseURL });
  expect((await program.get("/api/v1/customers", bearer(secret))).status()).toBe(200);
  expect((await program.get("/api/v1/audit", bearer(secret))).status()).toBe(403);
  expect((await program.post("/api/v1/customers", { ...bearer(secret), data: { name: "No" } })).status()).toBe(403);

  await page.getByRole("link", { name: "See the key" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await screenshots(page, "key");
  await axe(page);
  await page.getByRole("button", { name: "Rotate…" }).click();
  await page.getByRole("button", { name: "Make the new key" }).click();
  const dialog = page.getByRole("dialog", { name: `The new key of ${name}` });
  const next = await dialog.getByRole("region", { name: "key", exact: true }).innerText();
  expect(next).not.toBe(secret);
  for (const key of [secret, next]) expect((await program.get("/api/v1/customers", bearer(key))).status()).toBe(200);

  await dialog.getByRole("link", { name: "See the new key" }).click();
  await expect(page.getByText(next.slice(-4), { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Revoke…" }).click();
  await page.getByRole("button", { name: "Revoke for good" }).click();
  await expect(page.getByText("Revoked").first()).toBeVisible();
  expect((await program.get("/api/v1/customers", bearer(next))).status()).toBe(401);
  expect((await program.get("/api/v1/customers", bearer(secret))).status()).toBe(200);
  await page.goto("/portal/keys?ended");
  await expect(page.getByRole("row", { name })).toContainText("Revoked");
  await screenshots(page, "keys");
  await axe(page);
  await program.dispose();
});

test("a key of one customer, who is found by name", async ({ page, signedIn, newCustomer }) => {
  const { id, name } = await newCustomer();
  await signedIn("reseller_admin");
  await page.goto("/portal/keys/new");
  await page.getByLabel("Name", { exact: true }).fill("For one customer");
  await page.getByLabel("Level").selectOption({ label: "Customer" });
  const field = page.getByLabel("Customer", { exact: true });
  await field.fill(name);
  await expect(page.locator(`datalist option[value="${id}"]`)).toHaveCount(1);
  await field.fill(id);
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await page.getByLabel("Read: Customers").check();
  await page.getByRole("button", { name: "Make key" }).click();
  await page.getByRole("link", { name: "See the key" }).click();
  await expect(page.getByRole("link", { name })).toHaveAttribute("href", `/portal/customers/${id}`);
});

test("a key for a customer of somebody else is refused at its field", async ({
  page,
  signedIn,
  credentials,
  expectFailure,
}) => {
  expectFailure(/404/);
  await signedIn("other_reseller_admin");
  await page.goto(`/portal/keys/new?customer=${showcaseOf(credentials).id}`);
  await page.getByLabel("Name", { exact: true }).fill("Not mine");
  await page.getByLabel("Read: Customers").check();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("Customer not found")).toBeVisible();
});

test("a viewer sees keys and cannot make or end them", async ({ page, signedIn, credentials }) => {
  await signedIn("reseller_viewer");
  await page.goto("/portal/keys");
  await expect(page.getByRole("link", { name: "New key" })).toHaveCount(0);
  const key = credentials.keys.find(({ name }) => name === "reseller-a");
  await page.goto(`/portal/keys/${key?.keyId}`);
  await expect(page.getByRole("heading", { level: 1, name: "reseller-a" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Revoke…" })).toHaveCount(0);
  expect((await page.request.delete(`/api/v1/keys/${key?.keyId}`)).status()).toBe(403);
});

test("a key is made without a script", async ({ scriptless }) => {
  const page = await scriptless("reseller_admin");
  await page.goto("/portal/keys/new");
  await page.getByLabel("Name", { exact: true }).fill("No script");
  await page.getByLabel("Read: Customers").check();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByRole("region", { name: "key", exact: true })).toHaveText(/^XI[0-9A-F]{32}$/);
});

test("a customer's key says that a customer is to be chosen; the new secret closes by Done alone", async ({
  page,
  signedIn,
}) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/keys/new");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Name", { exact: true }).fill("Of a customer");
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("Level").selectOption("customer");
  await page.getByLabel("Customer", { exact: true }).fill("Har");
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("Choose a customer of the list, or paste its id.")).toBeVisible();
  await page.getByLabel("Level").selectOption("reseller");
  await page.getByRole("button", { name: "Make key" }).click();
  await page.getByRole("link", { name: "See the key" }).click();
  await page.getByRole("button", { name: "Rotate…" }).click();
  await page.getByRole("button", { name: "Make the new key" }).click();
  const dialog = page.getByRole("dialog", { name: "The new key of Of a customer" });
  await expect(dialog.getByText("Copy it now")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog.getByText("Copy it now")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
});
