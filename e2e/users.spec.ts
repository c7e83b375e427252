import { axe, expect, screenshots, test } from "./fixtures";

const newEmail = () => `${crypto.randomUUID()}@example.com`;

test("an administrator adds a user, who signs in, and is out at once when deactivated", async ({
  page,
  signedIn,
  browser,
  baseURL,
}) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/users");
  await page.getByRole("link", { name: "Add user" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add user" })).toBeVisible();
  await screenshots(page, "user-new");

  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByText("Name is required.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();

  const email = newEmail();
  await page.getByLabel("Name", { exact: true }).fill("Inês Carvalho");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Role").selectOption({ label: "Reseller viewer" });
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("heading", { name: "Inês Carvalho can sign in" })).toBeVisible();
  const password = await page.getByRole("region", { name: "password" }).innerText();
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  await axe(page);

  const other = await browser.newContext({ baseURL });
  const theirs = await other.newPage();
  await theirs.goto("/sign-in");
  await theirs.getByLabel("E-mail").fill(email);
  await theirs.getByLabel("Password").fill(password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL(/\/portal/);
  await theirs.goto("/portal/users");
  await expect(theirs.getByRole("cell", { name: email })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Add user" })).toHaveCount(0);

  await page.getByRole("link", { name: "See the user" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Inês Carvalho" })).toBeVisible();
  await screenshots(page, "user");
  await axe(page);
  await page.getByLabel("May sign in").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toContainText("Every session of theirs is over at once");
  await page.getByRole("button", { name: "Save and lock out" }).click();
  await expect(page.getByText("Inês Carvalho was saved")).toBeVisible();
  await theirs.goto("/portal/users");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await other.close();
});

test("what only the server knows is said at its field: an address that is taken", async ({
  page,
  signedIn,
  credentials,
  expectFailure,
}) => {
  expectFailure(/422/);
  await signedIn("reseller_admin");
  await page.goto("/portal/users/new");
  await page.getByLabel("Name", { exact: true }).fill("Somebody");
  await page.getByLabel("E-mail").fill(credentials.users[0]?.email ?? "");
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByText("E-mail is the address of a user already.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toBeFocused();
});

test("two administrators do not overwrite each other's change of a user", async ({
  page,
  signedIn,
  api,
  expectFailure,
}) => {
  expectFailure(/412/);
  const made = await api.post("/api/v1/users", {
    data: { email: newEmail(), name: "Two at once", role: "reseller_viewer" },
  });
  const { user } = await made.json();
  await signedIn("reseller_admin");
  await page.goto(`/portal/users/${user.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Mine");
  await api.patch(`/api/v1/users/${user.id}`, { data: { name: "Theirs" } });
  await page.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Someone else changed this user" });
  await expect(dialog.getByText("Theirs, Reseller viewer, can sign in")).toBeVisible();
  await dialog.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mine" })).toBeVisible();
});

test("a password is reset and shown once", async ({ page, signedIn, api }) => {
  const made = await api.post("/api/v1/users", {
    data: { email: newEmail(), name: "Locked out", role: "reseller_viewer" },
  });
  const { user, password: before } = await made.json();
  await signedIn("reseller_admin");
  await page.goto(`/portal/users/${user.id}`);
  await page.getByRole("button", { name: "Reset password…" }).click();
  await page.getByRole("button", { name: "Reset password", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "New password of Locked out" });
  const password = await dialog.getByRole("region", { name: "password" }).innerText();
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect(password).not.toBe(before);
  await axe(page);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(password)).toHaveCount(0);
});

test("a viewer sees users and cannot change them, nor can the API be asked to", async ({ page, signedIn }) => {
  await signedIn("reseller_viewer");
  await page.goto("/portal/users");
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add user" })).toHaveCount(0);
  await screenshots(page, "users");
  await axe(page);
  const refused = await page.request.post("/api/v1/users", {
    data: { email: newEmail(), name: "No", role: "reseller_viewer" },
  });
  expect(refused.status()).toBe(403);
  await page.goto("/portal/users/new");
  await expect(page.getByText("Your role does not let you add users")).toBeVisible();
});

test("another reseller's user is not there", async ({ page, signedIn, api, expectFailure }) => {
  expectFailure(/404/);
  const { items } = await (await api.get("/api/v1/users")).json();
  await signedIn("other_reseller_admin");
  const answer = await page.goto(`/portal/users/${items[0].id}`);
  expect(answer?.status()).toBe(404);
});

test("a CSP's administrator adds a user of a reseller without a script", async ({ scriptless, credentials }) => {
  const page = await scriptless("csp_admin");
  await page.goto("/portal/users/new");
  const email = newEmail();
  await page.getByLabel("Name", { exact: true }).fill("No script");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Role").selectOption({ label: "Reseller viewer" });
  await page.getByLabel("Reseller", { exact: true }).selectOption({ label: credentials.resellers[0]?.name ?? "" });
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("heading", { name: "No script can sign in" })).toBeVisible();
  await page.goto("/portal/users");
  await expect(page.getByRole("row", { name: email })).toContainText(credentials.resellers[0]?.name ?? "");
});

test("whoever was given a password chooses another one, and stays signed in here alone", async ({
  api,
  browser,
  baseURL,
}) => {
  const email = newEmail();
  const made = await api.post("/api/v1/users", { data: { email, name: "New here", role: "reseller_viewer" } });
  const { password: given } = await made.json();
  const signIn = async (password: string) => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/portal/);
    return page;
  };
  const [here, there] = [await signIn(given), await signIn(given)];
  await here.getByRole("button", { name: /Your account/ }).click();
  await here.getByRole("link", { name: "Your account" }).click();
  await expect(here.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await screenshots(here, "account");
  await axe(here);
  const fill = async (current: string, password: string, again = password) => {
    await here.getByLabel("Current password").fill(current);
    await here.getByLabel("New password", { exact: true }).fill(password);
    await here.getByLabel("New password, again").fill(again);
    await here.getByRole("button", { name: "Change password" }).click();
  };
  await fill(given, "a long passphrase", "another passphrase");
  await expect(here.getByText("New password, again is not the same as the new password.")).toBeVisible();
  await fill("wrong", "a long passphrase");
  await expect(here.getByText("Current password is not your password.")).toBeVisible();
  await fill(given, "a long passphrase");
  await expect(here.getByText("Your password was changed")).toBeVisible();
  await expect(here.getByLabel("Current password")).toHaveValue("");
  await here.goto("/portal");
  await expect(here.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await there.goto("/portal");
  await expect(there).toHaveURL(/\/sign-in/);
  await signIn("a long passphrase");
  for (const page of [here, there]) await page.context().close();
});

test("a password is changed without a script, and the session goes on", async ({ api, browser, baseURL }) => {
  const email = newEmail();
  const made = await api.post("/api/v1/users", { data: { email, name: "No script", role: "reseller_viewer" } });
  const { password: given } = await made.json();
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in?next=/portal/account");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(given);
  await page.getByRole("button", { name: "Sign in" }).click();
  const fill = async (current: string, again: string) => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password", { exact: true }).fill("a long passphrase");
    await page.getByLabel("New password, again").fill(again);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await fill(given, "another passphrase");
  await expect(page.getByText("New password, again is not the same as the new password.")).toBeVisible();
  await fill("wrong", "a long passphrase");
  await expect(page.getByText("Current password is not your password.")).toBeVisible();
  await fill(given, "a long passphrase");
  await expect(page.getByText("Your password was changed")).toBeVisible();
  await page.goto("/portal");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await context.close();
});

test("a reseller's user needs a reseller: said at the reseller, with all else that is wrong", async ({
  page,
  signedIn,
}) => {
  await signedIn("csp_admin");
  await page.goto("/portal/users/new");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Name", { exact: true }).fill("Nobody's yet");
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByText("E-mail is required.")).toBeVisible();
  await expect(page.getByText("Choose a reseller.")).toBeVisible();
  await expect(page.getByText("must be csp_admin")).toHaveCount(0);
});
