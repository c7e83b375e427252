import type { Page } from "@playwright/test";
import { axe, expect, screenshots, test } from "./fixtures";

const NEW = "/portal/customers/new";
const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

const onward = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click();
const heading = (page: Page, step: string) => page.getByRole("heading", { level: 2, name: step });

/** The form answers once its scripts are there; before that the button says what else it does. */
async function open(page: Page) {
  await page.goto(NEW);
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
}

async function fillCompany(page: Page, name: string) {
  await page.getByLabel("Company name").fill(name);
  await page.getByLabel("Country").selectOption({ label: "Portugal" });
  await onward(page);
  await expect(heading(page, "Contact")).toBeFocused();
}

test("a customer with a Microsoft account, a margin and an accepted agreement", async ({ page, signedIn, api }) => {
  const name = unique("Feldspar Works");
  const domain = `feld${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
  await signedIn("reseller_admin");
  await open(page);
  await screenshots(page, "new-customer-company");

  await onward(page);
  await expect(page.getByLabel("Company name")).toBeFocused();
  await expect(page.getByText("Company name is required.")).toBeVisible();
  await fillCompany(page, name);

  await page.getByLabel("First name").fill("Ana");
  await page.getByLabel("Last name").fill("Silva");
  await page.getByLabel("E-mail").fill("ana@");
  await onward(page);
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByText("E-mail must be an e-mail address")).toBeVisible();
  await page.getByLabel("E-mail").fill(`ana@${domain}.example`);
  await expect(page.getByText("E-mail must be an e-mail address")).toBeHidden();
  await onward(page);

  await expect(heading(page, "Providers")).toBeVisible();
  await page.getByRole("switch", { name: "Microsoft" }).check();
  await page.getByLabel("Domain prefix").pressSequentially("feld-");
  await expect(page.getByText("Domain prefix must be 1 to 27 letters and digits")).toBeVisible();
  await page.getByLabel("Domain prefix").fill(domain);
  await expect(page.getByText("Domain prefix must be")).toBeHidden();
  await axe(page);
  await screenshots(page, "new-customer-providers");
  await onward(page);

  await page.getByLabel("Rule for the account").selectOption("Markup");
  await page.getByLabel("Percent for the account").fill("10.6");
  await page.getByText("Other margins for some offer types").click();
  await page.getByLabel("Rule for Azure plan").selectOption("Margin");
  await page.getByLabel("Percent for Azure plan").fill("100");
  await expect(page.getByText("must be at least 0 and less than 100")).toBeVisible();
  await page.getByLabel("Percent for Azure plan").fill("20");
  const example = page.getByRole("region", { name: "Price example for Microsoft" });
  const licences = example.getByRole("row", { name: "Licences Markup 10.6 %, of the account" });
  await expect(licences.getByRole("cell")).toHaveText(["110.60", "10.60", "9.58 %", "10.60 %"]);
  const azurePlan = example.getByRole("row", { name: "Azure plan Margin 20 %, of its own" });
  await expect(azurePlan.getByRole("cell")).toHaveText(["125.00", "25.00", "20.00 %", "25.00 %"]);
  await axe(page);
  await screenshots(page, "new-customer-margins");
  await onward(page);

  await page.getByLabel("Yes").check();
  await page.getByRole("button", { name: "Use the customer's contact" }).click();
  await onward(page);
  await expect(page.getByText("Accepted on is required")).toBeVisible();
  await page.getByLabel("Accepted on").fill("2025-10-01");
  await axe(page);
  await onward(page);

  await expect(heading(page, "Review")).toBeVisible();
  await expect(page.getByText("Accepted on 2025-10-01 by Ana Silva")).toBeVisible();
  await axe(page);
  await screenshots(page, "new-customer-review");
  await page.getByRole("button", { name: "Create customer" }).click();
  await expect(page.getByText(`${name} was created`)).toBeVisible();
  await page.waitForURL(/\/portal\/customers\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").at(-1);

  const accounts = await (await api.get(`/api/v1/customers/${id}/accounts`)).json();
  expect(accounts.items).toMatchObject([
    {
      data: { Domain: domain, AcceptedMCA: true, AgreementDate: "2025-10-01T00:00:00Z" },
      margin: { rule: "markup", value: "10.6" },
      offer_type_margins: { azurePlan: { rule: "margin", value: "20" } },
      agreement: { status: "customeraccepted" },
    },
  ]);

  await open(page);
  await expect(page.getByLabel("Company name"), "the draft is gone").toHaveValue("");
});

test("a draft survives a reload, Back leads a step back, starting over empties it", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await open(page);
  await fillCompany(page, "Half Done Ltd");
  await page.getByLabel("First name").fill("Mara");
  await onward(page);
  await page.getByRole("switch", { name: "Microsoft" }).check();
  await page.getByLabel("Domain prefix").fill("halfdone");
  await page.reload();
  await expect(heading(page, "Providers")).toBeVisible();
  await expect(page.getByLabel("Domain prefix")).toHaveValue("halfdone");
  await page.goBack();
  await expect(page.getByLabel("First name")).toHaveValue("Mara");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("");
});

test("a later step with nothing filled in leads to the first", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/customers/new?step=review");
  await expect(page.getByRole("heading", { name: /^Company/ })).toContainText("step 1 of 6");
  await expect(page).toHaveURL("/portal/customers/new");
});

test("what only the server finds lands on its step, and nothing is created", async ({
  page,
  signedIn,
  api,
  expectFailure,
}) => {
  expectFailure(/422/);
  const name = unique("Broken Data");
  await signedIn("reseller_admin");
  await open(page);
  await fillCompany(page, name);
  await onward(page);
  await page.getByRole("switch", { name: "Ormuco EU" }).check();
  await page.getByRole("button", { name: "Write JSON instead" }).click();
  await page.getByLabel("Provider data (JSON)").fill("[]");
  await expect(page.getByText("must be a JSON object")).toBeVisible();
  await page.getByLabel("Provider data (JSON)").fill('{\n  "Region": north\n}');
  await expect(page.getByText("at line 2, column 13 stands north where a value belongs")).toBeVisible();
  await page.getByRole("button", { name: "Fill in fields instead" }).click();
  await expect(page.getByLabel("Provider data (JSON)"), "what fits no field is kept").toHaveValue(/north/);
  await page.getByLabel("Provider data (JSON)").fill('{"Region": "north\\u0007"}');
  await onward(page);
  await onward(page);
  await onward(page);
  await page.getByRole("button", { name: "Create customer" }).click();
  await expect(heading(page, "Providers")).toBeVisible();
  await expect(page.getByText("Region must not contain control characters.")).toBeVisible();
  await expect(page.getByLabel("Provider data (JSON)")).toBeFocused();
  await axe(page);
  const found = await (await api.get("/api/v1/customers", { params: { q: name } })).json();
  expect(found.items).toEqual([]);
});

test("every provider's fields answer while one types, and advice holds nobody back", async ({
  page,
  signedIn,
  api,
}) => {
  const name = unique("Well Advised");
  await signedIn("reseller_admin");
  await open(page);
  await fillCompany(page, name);
  await onward(page);
  const typed = async (label: string, odd: string, said: string | RegExp, usual: string) => {
    const field = page.getByLabel(label);
    await field.pressSequentially(odd);
    await expect(field).toHaveAccessibleDescription(said);
    await field.blur();
    await expect(field).toHaveAccessibleDescription(said);
    await field.fill(usual);
    await expect(field).not.toHaveAccessibleDescription(said);
  };
  const only = async (provider: string, work: () => Promise<void>) => {
    await page.getByRole("switch", { name: provider, exact: true }).check();
    await work();
    await page.getByRole("switch", { name: provider, exact: true }).uncheck();
  };
  const uuid = "f574cf12-a7d6-43fe-9663-1af97b04e5ab";
  await only("Microsoft", async () => {
    await typed("Customer id at Microsoft", "f574", /A tenant id is a UUID/, uuid);
    await typed("E-mail for the credentials", "ana@", /must be an e-mail address/, "ana@example.com");
    await typed("Culture", "e", /must be a language tag/, "en-US");
    await typed("Associated partner id", "MPN", /is a number of 5 to 10 digits/, "6123456");
  });
  await only("Azure", async () => {
    await typed("Customer id at Azure", "acme", /A directory id is a UUID/, uuid);
    await typed("Subscription name", "a;b", /at most 64 characters/, "Acme production");
    await typed("Region", "West Europe", /written like westeurope/, "westeurope");
  });
  await only("Ormuco EU", async () => {
    await typed("Customer id at Ormuco EU", "acme", /32 hexadecimal digits/, uuid.replaceAll("-", ""));
  });
  await page.getByRole("switch", { name: "AWS", exact: true }).check();
  await typed("Region", "Frankfurt", /written like eu-central-1/, "eu-central-1");
  await typed("Account alias", "Acme", /3 to 63 lower-case letters/, "acme");
  await page.getByLabel("Customer id at AWS").pressSequentially("1234");
  await expect(page.getByText("An AWS account id has 12 digits. It can be saved as it is.")).toBeVisible();
  await axe(page);
  await screenshots(page, "new-customer-advice");
  for (const step of ["Margins", "Agreement", "Review"]) {
    await onward(page);
    await expect(heading(page, step)).toBeVisible();
  }
  await page.getByRole("button", { name: "Create customer" }).click();
  await page.waitForURL(/\/portal\/customers\/[0-9a-f-]{36}$/);
  const { items } = await (await api.get(`/api/v1/customers/${page.url().split("/").at(-1)}/accounts`)).json();
  expect(items).toMatchObject([{ provider_customer_id: "1234", data: { Alias: "acme", Region: "eu-central-1" } }]);
});

test("the first wrong field of the page gets the focus, whatever is found first", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await open(page);
  await fillCompany(page, unique("In Order"));
  await onward(page);
  await page.getByRole("switch", { name: "Microsoft" }).check();
  await page.getByLabel("Culture").fill("e");
  await page.getByLabel("Customer id at Microsoft").fill("x".repeat(300));
  await onward(page);
  await expect(page.getByLabel("Customer id at Microsoft"), "not what the provider's own rules say").toBeFocused();
  await page.getByLabel("Customer id at Microsoft").fill("");
  await onward(page);
  await expect(page.getByLabel("Domain prefix")).toBeFocused();
});

test("possible duplicates are shown before saving", async ({ page, signedIn, newCustomer }) => {
  const { name } = await newCustomer({ city: "Porto", country: "PT" });
  await signedIn("reseller_admin");
  await open(page);
  await page.getByLabel("Company name").fill(name);
  const warning = page.getByRole("alert").filter({ hasText: "There is a customer like this" });
  await expect(warning.getByRole("link", { name })).toBeVisible();
  await expect(warning).toContainText("same name");
});

test("by keyboard alone", async ({ page, signedIn, api }) => {
  const name = unique("Keys Only");
  await signedIn("reseller_admin");
  await open(page);
  await page.getByLabel("Company name").focus();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Contact")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ida");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Providers")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("switch").first()).toBeChecked();
  await page.keyboard.press("Space");
  await expect(page.getByRole("switch").first()).not.toBeChecked();
  for (const step of ["Margins", "Agreement", "Review"]) {
    await page.getByRole("button", { name: "Continue", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(heading(page, step)).toBeFocused();
  }
  await page.getByRole("button", { name: "Create customer" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/portal\/customers\/[0-9a-f-]{36}$/);
  const found = await (await api.get("/api/v1/customers", { params: { q: name } })).json();
  expect(found.total).toBe(1);
});

test("before the scripts are there, the form creates the customer by itself", async ({ browser, baseURL, session }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  await context.addCookies(await session("reseller_admin"));
  const page = await context.newPage();
  const name = unique("No Script");
  await page.goto(NEW);
  await page.getByLabel("City").fill("Faro");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByText("Company name is required.")).toBeVisible();
  await expect(page.getByLabel("City")).toHaveValue("Faro");
  await page.getByLabel("Company name").fill(name);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL(/\/portal\/customers\/[0-9a-f-]{36}\/edit$/);
  await expect(page.getByLabel("Company name")).toHaveValue(name);
  await expect(page.getByLabel("City")).toHaveValue("Faro");
  await context.close();
});

test("a CSP's administrator chooses the reseller; a viewer cannot add", async ({
  page,
  context,
  signedIn,
  credentials,
}) => {
  await signedIn("csp_admin");
  await open(page);
  const reseller = credentials.resellers[0]?.name ?? "";
  await page.getByRole("combobox", { name: "Reseller" }).selectOption({ label: reseller });
  await context.clearCookies();
  await signedIn("reseller_viewer");
  await page.goto(NEW);
  await expect(page.getByText("Your role does not let you add customers")).toBeVisible();
  await expect(page.getByLabel("Company name")).toHaveCount(0);
  await axe(page);
});
