import { expect, showcaseOf, test } from "./fixtures";

test("a reseller's first day: find, look, add, limit, and the same customer over an API", async ({
  page,
  playwright,
  credentials,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const user = credentials.users.find(({ role }) => role === "reseller_admin");
  const showcase = showcaseOf(credentials);
  const name = `First Day ${crypto.randomUUID().slice(0, 8)} GmbH`;

  await page.goto("/");
  await page.getByLabel("E-mail address").fill(user?.email ?? "");
  await page.getByLabel("Password").fill(user?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Customers", exact: true }).click();

  await page.getByRole("searchbox").fill(showcase.name.slice(0, 12));
  await page.getByRole("link", { name: showcase.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: showcase.name })).toBeVisible();
  await page.getByRole("link", { name: "Resources", exact: true }).click();
  await expect(page.getByText("All providers")).toBeVisible();

  await page.goto("/portal/customers/new");
  const onward = () => page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
  await page.getByLabel("Company name").fill(name);
  await page.getByLabel("Country").selectOption({ label: "Germany" });
  await onward();
  await page.getByLabel("First name").fill("Jonas");
  await page.getByLabel("Last name").fill("Weiß");
  await page.getByLabel("E-mail").fill("jonas@first-day.example");
  await onward();
  await page.getByRole("switch", { name: "Microsoft" }).check();
  await page.getByLabel("Domain prefix").fill(`first${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`);
  await onward();
  await page.getByLabel("Rule for the account").selectOption("Markup");
  await page.getByLabel("Percent for the account").fill("12.5");
  await onward();
  await onward();
  await page.getByRole("button", { name: "Create customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const id = /customers\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";

  await page.getByRole("link", { name: "Limits", exact: true }).click();
  await page.getByLabel("Own limit").fill("7");
  await page.getByRole("button", { name: /limit/ }).click();
  await expect(page.getByRole("button", { name: "Remove" })).toBeVisible();

  const key = credentials.keys.find((each) => each.name === "reseller-a")?.key;
  const program = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  expect(await (await program.get(`/v3/admin/customers/${id}`)).json()).toMatchObject({ id, name });
  expect(await (await program.get(`/customers/${id}/concurrency-limit`)).json()).toEqual({ limit: 7 });
  await program.dispose();
});
