import { axe, expect, screenshots, test } from "./fixtures";

const newName = () => `ocean-${crypto.randomUUID().slice(0, 8)}`;
const LOGO = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="10" fill="#fff"/></svg>',
);

test("a skin is made with a preview that follows, and tells what cannot be read", async ({ page, signedIn }) => {
  await signedIn("reseller_admin");
  await page.goto("/portal/skins");
  await screenshots(page, "skins");
  await axe(page);
  await page.getByRole("link", { name: "New skin" }).first().click();
  const name = newName();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Text", { exact: true }).fill("#dddddd");
  await expect(page.getByText("Below 4.5 : 1")).toHaveCount(1);
  const preview = page.getByRole("img", { name: `How a page looks in the skin ${name}` });
  await expect(preview).toHaveAttribute("src", /%23dddddd/);
  await page.getByLabel("Text", { exact: true }).fill("#zz");
  await page.getByRole("button", { name: "Make skin" }).click();
  await expect(page.getByText("Text must be a colour such as #1a2b3c.")).toBeVisible();
  await page.getByLabel("Text", { exact: true }).fill("#102030");
  await expect(page.getByText("Below 4.5 : 1")).toHaveCount(0);
  await page.getByLabel("Logo").setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: LOGO });
  await expect(page.getByRole("button", { name: "Remove the logo" })).toBeVisible();
  await screenshots(page, "skin-new");
  await axe(page);
  await page.getByRole("button", { name: "Make skin" }).click();
  await expect(page).toHaveURL(/\/portal\/skins$/);
  await expect(page.getByRole("link", { name })).toBeVisible();
});

test("a skin is changed and removed, which says whom it concerns", async ({ page, signedIn, api, newCustomer }) => {
  const name = newName();
  const colours = { primary: "#0b5fff", background: "#ffffff", text: "#1a1a1a" };
  const made = await api.post("/api/v1/skins", { data: { name, colours } });
  const { id } = await made.json();
  await signedIn("reseller_admin");
  await page.goto(`/portal/skins/${id}`);
  await page.waitForLoadState("networkidle");
  const audit = page.getByRole("link", { name: "Audit" });
  await audit.click();
  await page.waitForURL("/portal/audit");
  await page.goBack();
  const primary = page.getByLabel("Primary", { exact: true });
  await primary.fill("#aa0000");
  page.once("dialog", (question) => question.dismiss());
  await audit.click();
  await expect(primary, "what is not saved is not left without a question").toHaveValue("#aa0000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/portal\/skins$/);
  const saved = await (await api.get(`/api/v1/skins/${id}`)).json();
  expect(saved.colours.primary).toBe("#aa0000");

  await page.goto(`/portal/skins/${id}`);
  const other = newName();
  await api.post("/api/v1/skins", { data: { name: other, colours } });
  await newCustomer({ skin_names: [name, other] });
  for (let i = 0; i < 2; i++) await newCustomer({ skin_names: [name] });
  await page.getByRole("button", { name: "Remove…" }).click();
  const asked = page.getByRole("dialog", { name: `Remove the skin ${name}?` });
  await expect(asked.getByRole("listitem")).toHaveText([
    "2customers see the portal as it comes",
    "1customer has its other skins left",
  ]);
  await axe(page);
  await screenshots(page, "skin-remove");
  await asked.getByRole("button", { name: "Remove the skin" }).click();
  await expect(page).toHaveURL(/\/portal\/skins$/);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  expect((await api.get(`/api/v1/skins/${id}`)).status()).toBe(404);
});

test("a skin that is hard to read is saved only on purpose", async ({ page, signedIn, api }) => {
  const name = newName();
  await signedIn("reseller_admin");
  await page.goto("/portal/skins/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Text", { exact: true }).fill("#dddddd");
  await page.getByRole("button", { name: "Make skin" }).click();
  const asked = page.getByRole("dialog", { name: "Save a skin that is hard to read?" });
  await expect(asked).toContainText(
    "Texts on the background are hard to read: 1.35 : 1, where at least 4.5 : 1 is asked.",
  );
  await axe(page);
  await screenshots(page, "skin-contrast");
  await asked.getByRole("button", { name: "Cancel" }).click();
  const made = async () => {
    const { items } = await (await api.get("/api/v1/skins")).json();
    return items.find((skin: { name: string }) => skin.name === name);
  };
  expect(await made()).toBeUndefined();
  await page.getByRole("button", { name: "Make skin" }).click();
  await asked.getByRole("button", { name: "Save anyway" }).click();
  await expect(page).toHaveURL(/\/portal\/skins$/);
  const { id } = await made();

  await page.goto(`/portal/skins/${id}`);
  await page.getByLabel("Primary", { exact: true }).fill("#eeeeee");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(asked.getByText(/^Texts on the primary colour are hard to read: /)).toBeVisible();
  await asked.getByRole("button", { name: "Save anyway" }).click();
  await expect(page).toHaveURL(/\/portal\/skins$/);
  expect((await made()).colours.primary).toBe("#eeeeee");
});

test("without a script, too, what is hard to read is saved only on purpose", async ({ scriptless, api }) => {
  const page = await scriptless("reseller_admin");
  await page.goto("/portal/skins/new");
  const name = newName();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Text", { exact: true }).fill("#dddddd");
  await page.getByRole("button", { name: "Make skin" }).click();
  await expect(page.getByText("Texts on the background are hard to read: 1.35 : 1")).toBeVisible();
  await page.getByRole("checkbox", { name: "Save it also where texts are hard to read" }).check();
  await page.getByRole("button", { name: "Make skin" }).click();
  await expect(page).toHaveURL(/\/portal\/skins$/);
  const { items } = await (await api.get("/api/v1/skins")).json();
  expect(items.map((skin: { name: string }) => skin.name)).toContain(name);
});

test("two people do not overwrite each other's skin", async ({ page, signedIn, api, expectFailure }) => {
  expectFailure(/412/);
  const colours = { primary: "#0b5fff", background: "#ffffff", text: "#1a1a1a" };
  const { id } = await (await api.post("/api/v1/skins", { data: { name: newName(), colours } })).json();
  await signedIn("reseller_admin");
  await page.goto(`/portal/skins/${id}`);
  await page.getByLabel("Primary", { exact: true }).fill("#aa0000");
  await api.patch(`/api/v1/skins/${id}`, { data: { colours: { ...colours, primary: "#00aa00" } } });
  await page.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Someone else changed this skin" });
  await expect(dialog.getByRole("img")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Keep theirs" }).click();
  await expect(page.getByLabel("Primary", { exact: true })).toHaveValue("#00aa00");
});

test("a viewer sees skins and cannot change them", async ({ page, signedIn }) => {
  await signedIn("reseller_viewer");
  await page.goto("/portal/skins");
  await expect(page.getByRole("heading", { level: 1, name: "Skins" })).toBeVisible();
  await expect(page.getByRole("link", { name: "New skin" })).toHaveCount(0);
  await page.goto("/portal/skins/new");
  await expect(page.getByText("Your role does not let you make skins")).toBeVisible();
});

test("a skin is made without a script, with its logo", async ({ scriptless, api }) => {
  const page = await scriptless("reseller_admin");
  await page.goto("/portal/skins/new");
  const name = newName();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Logo").setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: LOGO });
  await page.getByRole("button", { name: "Make skin" }).click();
  await expect(page).toHaveURL(/\/portal\/skins$/);
  const { items } = await (await api.get("/api/v1/skins")).json();
  expect(items.find((skin: { name: string }) => skin.name === name)?.logo).toMatch(/^data:image\/svg\+xml;base64,/);
});
