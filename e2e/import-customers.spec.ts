import { axe, expect, screenshots, test } from "./fixtures";

const IMPORT = "/portal/customers/import";
const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

test("a file is planned row by row, imported with progress, and undone", async ({
  page,
  signedIn,
  newCustomer,
  api,
}) => {
  const known = await newCustomer({ city: "Porto" });
  const [fresh, city] = [unique("Quay Nine"), unique("Town")];
  const bulk = Array.from({ length: 130 }, (_, index) => `,Bulk ${index},${city},`);
  const csv = ["id,name,city,email", `${known.id},,Lisboa,`, `,${fresh},Kiel,`, `,Broken Row,,nobody`, ...bulk].join(
    "\n",
  );
  await signedIn("reseller_admin");
  await page.goto(IMPORT);
  await axe(page);
  await screenshots(page, "import-file");
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "quays.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

  const plan = page.getByRole("region", { name: "Plan of the import" });
  await expect(plan.getByRole("row", { name: known.name })).toContainText("City: Porto becomes  → Lisboa");
  await expect(plan.getByRole("row", { name: "Broken Row" })).toContainText("E-mail must be an e-mail address");
  await expect(page.getByText("1 row has an error")).toBeVisible();
  await axe(page);
  await screenshots(page, "import-plan");
  await page.getByRole("button", { name: "Error 1" }).click();
  await expect(plan.getByRole("row")).toHaveCount(2);
  expect((await (await api.get(`/api/v1/customers/${known.id}`)).json()).city, "nothing is written yet").toBe("Porto");

  await page.getByRole("button", { name: "Create 131 and change 1 customers" }).click();
  await expect(page.getByText("132 rows written")).toBeVisible({ timeout: 30_000 });
  await axe(page);
  await screenshots(page, "import-done");
  expect((await (await api.get(`/api/v1/customers/${known.id}`)).json()).city).toBe("Lisboa");

  await api.patch(`/api/v1/customers/${known.id}`, { data: { zip: "1000" } });
  await page.reload();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  const asked = page.getByRole("dialog", { name: "Undo this import?" });
  await expect(asked.getByRole("listitem")).toHaveText([
    "131customers that it created are deleted",
    "1stays as it is: worked on or deleted since",
  ]);
  await axe(page);
  await screenshots(page, "import-undo");
  await asked.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText("131 rows undone")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(`${known.name} was changed after the import`)).toBeVisible();
  expect((await (await api.get(`/api/v1/customers/${known.id}`)).json()).city).toBe("Lisboa");
  const left = await (await api.get("/api/v1/customers", { params: { q: fresh } })).json();
  expect(left.items).toEqual([]);

  await page.getByRole("button", { name: "New import" }).click();
  await expect(page.getByRole("row", { name: "quays.csv" }).filter({ hasText: "Undone" }).first()).toBeVisible();
});

test("customers that changed since the plan are planned anew before anything is written", async ({
  page,
  signedIn,
  newCustomer,
  api,
  expectFailure,
}) => {
  expectFailure(/412/);
  const { id, name } = await newCustomer({ city: "Porto" });
  await signedIn("reseller_admin");
  await page.goto(IMPORT);
  await page.getByLabel("Or paste rows").fill(`id,city\n${id},Lisboa`);
  await page.getByRole("button", { name: "Show the plan" }).click();
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("Porto");
  await api.patch(`/api/v1/customers/${id}`, { data: { city: "Braga" } });
  await page.getByRole("button", { name: "Change 1 customer" }).click();
  await expect(page.getByText("Nothing was imported")).toBeVisible();
  await expect(row).toContainText("Braga");
  expect((await (await api.get(`/api/v1/customers/${id}`)).json()).city).toBe("Braga");
});

test("what is no CSV is said at the file; a viewer cannot import", async ({
  page,
  context,
  signedIn,
  expectFailure,
}) => {
  expectFailure(/422/);
  await signedIn("reseller_admin");
  await page.goto(IMPORT);
  await page.getByLabel("Or paste rows").fill('name\n"Acme');
  await page.getByRole("button", { name: "Show the plan" }).click();
  await expect(page.getByText("The file is not CSV")).toBeVisible();
  await context.clearCookies();
  await signedIn("reseller_viewer");
  await page.goto(IMPORT);
  await expect(page.getByText("Your role does not let you import customers")).toBeVisible();
});
