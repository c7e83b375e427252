import { axe, expect, screenshots, test } from "./fixtures";

test("a person signs in, comes to where it wanted to go, and signs out", async ({ page, credentials }) => {
  const user = credentials.users.find(({ role }) => role === "reseller_admin");
  await page.goto("/portal/customers?status=ACTIVE");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await axe(page);
  await screenshots(page, "sign-in");

  await page.getByLabel("E-mail address").fill(user?.email.toUpperCase() ?? "");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  const alert = page.getByRole("alert").filter({ hasText: /./ });
  await expect(alert).toContainText("password");
  await expect(page.getByLabel("E-mail address")).toHaveValue(user?.email.toUpperCase() ?? "");

  await page.getByLabel("Password").fill(user?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/portal\/customers\?status=ACTIVE/);

  await page.getByRole("button", { name: /Account|Alina/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/portal/customers");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("nobody learns from the answer whether an address is known", async ({ page, credentials }) => {
  const said: (string | null)[] = [];
  for (const email of [credentials.users[1]?.email ?? "", `nobody-${crypto.randomUUID()}@example.com`]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert").filter({ hasText: /./ });
    await expect(alert).toBeVisible();
    said.push(await alert.textContent());
  }
  expect(said[0]).toBe(said[1]);
});

test("no address outside of the portal is where a sign-in leads", async ({ page, credentials }) => {
  const user = credentials.users.find(({ role }) => role === "reseller_viewer");
  await page.goto("/sign-in?next=https%3A%2F%2Fexample.com%2F");
  await page.getByLabel("E-mail address").fill(user?.email ?? "");
  await page.getByLabel("Password").fill(user?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/^http:\/\/(localhost|127\.0\.0\.1):\d+\/portal/);
});

test("a person signs in without scripts all the same", async ({ browser, baseURL, credentials }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  const page = await context.newPage();
  const user = credentials.users.find(({ role }) => role === "csp_viewer");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(user?.email ?? "");
  await page.getByLabel("Password").fill(user?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/portal/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});

test("a user who is deactivated is out at once", async ({ page, api, credentials, expectFailure }) => {
  expectFailure(/401|403/);
  const email = `leaver-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const invited = await api.post("/api/v1/users", { data: { email, name: "Leah Ver", role: "reseller_viewer" } });
  expect(invited.status(), await invited.text()).toBe(201);
  const { user, password } = (await invited.json()) as { user: { id: string }; password: string };
  expect(credentials.users.map((known) => known.email)).not.toContain(email);

  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/portal/);

  expect((await api.patch(`/api/v1/users/${user.id}`, { data: { active: false } })).status()).toBe(200);
  expect((await page.request.get("/api/v1/customers")).status()).toBe(401);
  await page.goto("/portal/customers");
  await expect(page).toHaveURL(/\/sign-in/);
});
