import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start, stop } from "../lib/run/child";
import { freePort } from "../lib/run/free-port";
import { createDatabase, dropDatabase } from "../lib/run/postgres";
import { axe, expect, screenshots, test } from "./fixtures";

test("the first start of an empty portal is set up in a browser, once", async ({ page, expectFailure }, {
  project,
}) => {
  test.setTimeout(120_000);
  expectFailure(/404|favicon/);
  const folder = mkdtempSync(join(tmpdir(), "portal-setup-"));
  const name = `portal_setup_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = process.env.E2E_POSTGRES_SERVER ?? "";
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = start(
    ["node", ".next/portal/start.mjs"],
    {
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: project.name === "postgres" ? await createDatabase(server, name) : `file:${join(folder, "new.db")}`,
      NEXTAUTH_SECRET: "a secret of this journey, long enough to sign",
      NEXTAUTH_URL: url,
      LOG_LEVEL: "error",
    },
    "pipe",
  );
  try {
    let printed = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
    await expect.poll(() => printed, { timeout: 60_000 }).toContain("Reseller Portal on");
    const code = /with the code (\S+)/.exec(printed)?.[1] ?? "";
    expect(code).toMatch(/^[A-Z0-9-]{17}$/);

    await page.goto(`${url}/portal/customers`);
    await expect(page).toHaveURL(`${url}/setup`);
    await axe(page);
    await screenshots(page, "setup");
    const fields = {
      "One-time code": "AAAAA-AAAAA-AAAAA",
      "Your organisation": "Harbour Cloud",
      "Domain of this portal": "portal.harbour.example",
      "Your name": "Nora First",
      "Your e-mail address": "nora@harbour.example",
      Password: "a long first passphrase",
    };
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
    await page.getByRole("button", { name: "Set up the portal" }).click();
    await expect(page.getByText("is not the code that the server printed")).toBeVisible();

    await page.getByLabel("One-time code").fill(code);
    await page.getByLabel("Password").fill(fields.Password);
    await page.getByRole("button", { name: "Set up the portal" }).click();
    await expect(page).toHaveURL(/\/portal/);
    await page.goto(`${url}/portal/customers`);
    await expect(page.getByRole("link", { name: "Harbour Cloud" })).toBeVisible();

    const again = await page.goto(`${url}/setup`);
    expect(again?.status()).toBe(404);
    // Nothing of the page is to be asked for once the portal is gone.
    await page.goto("about:blank");
  } finally {
    await stop(child);
    if (project.name === "postgres") await dropDatabase(server, name);
    rmSync(folder, { recursive: true, force: true });
  }
});
