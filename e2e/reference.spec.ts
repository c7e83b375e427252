import { execFileSync } from "node:child_process";
import { axe, expect, screenshots, test } from "./fixtures";

const documents = ["portal", "imco", "cloudapi", "cockpit", "cloudonix", "ormuco"];

test("all six documents can be read, operation by operation", async ({ page, signedIn, request }) => {
  await signedIn("reseller_viewer");
  await page.goto("/portal/reference");
  await screenshots(page, "reference");
  await axe(page);
  for (const name of documents) {
    const document = await (await request.get(`/api/openapi/${name}.json`)).json();
    await page.goto(`/portal/reference/${name}`);
    await expect(page.getByRole("heading", { level: 1, name: document.info.title })).toBeVisible();
    const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods as object));
    await expect(page.locator(`a[href^="/portal/reference/${name}/"]`)).toHaveCount(operations.length);
    await page.locator(`a[href^="/portal/reference/${name}/"]`).first().click();
    await expect(page.getByRole("region", { name: "curl command" })).toContainText("curl ");
  }
  await page.goto("/portal/reference/cockpit/createCustomer");
  await screenshots(page, "reference-operation");
  await axe(page);
});

for (const operation of ["imco/listCustomers", "imco/showCustomer", "portal/listActivity", "cockpit/listCustomers"]) {
  test(`the command of ${operation} works as it stands, with a key`, async ({
    page,
    signedIn,
    credentials,
    baseURL,
  }) => {
    await signedIn("reseller_admin");
    await page.goto(`/portal/reference/${operation}`);
    await expect(page.getByText("Examples, to be replaced")).toHaveCount(0);
    const command = await page.getByRole("region", { name: "curl command" }).innerText();
    const key = credentials.keys.find(({ name }) => name === "reseller-a")?.key ?? "";
    // The portal's own address may be a name that only browsers know.
    const reachable = command.replace(/https?:\/\/[^/']+/, baseURL ?? "");
    const answer = execFileSync("sh", ["-c", reachable.replace(/^curl/, "curl -sSf")], {
      env: { ...process.env, API_KEY: key },
      encoding: "utf8",
    });
    expect(JSON.parse(answer)).toBeTruthy();
  });
}

test("a command that changes something names nobody's customer, and says what to replace", async ({
  page,
  signedIn,
}) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/reference/portal/deleteCustomer");
  const id = (await page.getByText("Examples, to be replaced by yours").innerText()).match(/[0-9a-f-]{36}/)?.[0] ?? "";
  await expect(page.getByRole("region", { name: "curl command" })).toContainText(id);
  expect((await page.request.get(`/api/v1/customers/${id}`)).status()).toBe(404);
  await axe(page);
});

test("what there is no document or operation of is a 404", async ({ page, signedIn, expectFailure }) => {
  expectFailure(/404/);
  await signedIn("reseller_admin");
  for (const path of ["nobody", "imco/nothing"]) {
    expect((await page.goto(`/portal/reference/${path}`))?.status()).toBe(404);
  }
});
