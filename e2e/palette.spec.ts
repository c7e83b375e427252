import type { Page } from "@playwright/test";
import { axe, expect, screenshots, test } from "./fixtures";

const dialogName = "Find a customer, a page or an action";

/** Presses the keys until the page's scripts are there to hear them. */
const summon = (page: Page, keys = "Control+k") =>
  expect(async () => {
    await page.keyboard.press(keys);
    await expect(page.getByRole("dialog", { name: dialogName })).toBeVisible({ timeout: 1000 });
  }).toPass();

test("finds a customer by anything that it is known by, with the keyboard alone", async ({
  page,
  signedIn,
  newCustomer,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const { id, name } = await newCustomer({
    name: `Feldspar ${mark}`,
    email: `desk@${mark}.example`,
    external_id: `crm-${mark}`,
  });
  await signedIn("reseller_admin");
  await page.goto("/portal/reference");
  for (const known of [name, id, `desk@${mark}.example`, `crm-${mark}`]) {
    await summon(page);
    const dialog = page.getByRole("dialog", { name: dialogName });
    await expect(dialog.getByRole("combobox")).toBeFocused();
    await page.keyboard.type(known);
    const option = dialog.getByRole("option", { name: new RegExp(name) });
    await expect(option).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/portal/customers/${id}$`));
    await expect(dialog).toHaveCount(0);
  }
});

test("goes to pages and begins acts, each for whom it is", async ({ page, signedIn, context }) => {
  await signedIn("reseller_admin");
  await page.goto("/portal");
  await summon(page);
  const dialog = page.getByRole("dialog", { name: dialogName });
  await expect(dialog.getByRole("option", { name: "New customer" })).toBeVisible();
  await expect(dialog.getByRole("option", { name: "Resellers" })).toHaveCount(0);
  await screenshots(page, "palette");
  await axe(page);
  await page.keyboard.type("api k");
  await expect(dialog.getByRole("option").first()).toHaveText("API keys");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/portal\/keys$/);

  await context.clearCookies();
  await signedIn("reseller_viewer");
  await page.goto("/portal");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(dialog.getByRole("option", { name: "Customers", exact: true })).toBeVisible();
  await expect(dialog.getByRole("option", { name: "New customer" })).toHaveCount(0);
});

test("closes by Escape and gives the focus back", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/keys");
  const before = page.getByRole("link", { name: "New key" }).first();
  await before.focus();
  await summon(page, "Meta+k");
  await expect(page.getByRole("dialog", { name: dialogName })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: dialogName })).toHaveCount(0);
  await expect(before).toBeFocused();
});

test("offers the other pages of the customer at hand, and says when nothing fits", async ({
  page,
  signedIn,
  newCustomer,
}) => {
  const { id } = await newCustomer();
  await signedIn("reseller_admin");
  await page.goto(`/portal/customers/${id}`);
  await summon(page);
  await page.keyboard.type("limits");
  await expect(page.getByRole("option", { name: "Limits" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/portal/customers/${id}/limits$`));
  await summon(page);
  await page.keyboard.type("zzqqxx");
  await expect(page.getByText("Nothing begins like that.")).toBeVisible();
});

test("leads to the list of customers without a script", async ({ scriptless }) => {
  const page = await scriptless("reseller_admin");
  await page.goto("/portal/reference");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/\/portal\/customers\??$/);
});

test("finds people, keys and resellers, each for who may see them", async ({
  page,
  signedIn,
  context,
  credentials,
}) => {
  const reseller = credentials.resellers[0];
  const user = credentials.users.find(
    ({ role, resellerId }) => role === "reseller_admin" && resellerId === reseller?.id,
  );
  await signedIn("csp_admin");
  await page.goto("/portal");
  const dialog = page.getByRole("dialog", { name: dialogName });
  for (const { typed, group, leads } of [
    { typed: user?.email ?? "", group: "Users", leads: /\/portal\/users\/[0-9a-f-]{36}$/ },
    { typed: "reseller-a", group: "API keys", leads: /\/portal\/keys\/[0-9a-f-]{36}$/ },
    { typed: reseller?.name ?? "", group: "Resellers", leads: new RegExp(`/portal/resellers/${reseller?.id}$`) },
  ]) {
    await summon(page);
    await page.keyboard.type(typed);
    const found = dialog.getByRole("group", { name: group }).getByRole("option");
    await expect(found.first()).toBeVisible();
    if (group === "Users") {
      await axe(page);
      await screenshots(page, "palette-people");
    }
    await found.first().click();
    await expect(page).toHaveURL(leads);
  }

  await context.clearCookies();
  await signedIn("other_reseller_admin");
  await page.goto("/portal");
  await summon(page);
  await page.keyboard.type(user?.email ?? "");
  await expect(page.getByText("Nothing begins like that.")).toBeVisible();
});

test("signs out", async ({ page, signedIn }) => {
  await signedIn("reseller_viewer");
  await page.goto("/portal");
  await summon(page);
  await page.keyboard.type("sign o");
  await expect(page.getByRole("option", { name: "Sign out" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/portal");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("leads to this page for one reseller alone, and for all again", async ({ page, signedIn, credentials }) => {
  await signedIn("csp_admin");
  const [first] = credentials.resellers;
  await page.goto("/portal/audit");
  const dialog = page.getByRole("dialog", { name: dialogName });
  await summon(page);
  await page.keyboard.type(`only ${first?.name.split(" ")[0]}`);
  await expect(dialog.getByRole("option", { name: `Only ${first?.name}` })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/portal/audit\\?reseller=${first?.id}$`));
  await summon(page);
  await page.keyboard.type("all resellers");
  await expect(dialog.getByRole("option", { name: "All resellers" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/portal\/audit$/);
});
