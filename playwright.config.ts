import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;

/** The servers are started by `npm test`, or by hand: a database whose server no variable names is left out. */
const project = (name: "sqlite" | "postgres") => {
  const baseURL = process.env[`E2E_${name.toUpperCase()}_URL`];
  const credentials = process.env[`E2E_${name.toUpperCase()}_CREDENTIALS`] || "data/demo-credentials.json";
  return baseURL ? [{ name, metadata: { credentials }, use: { baseURL } }] : [];
};

export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/results/artifacts",
  projects: [...project("sqlite"), ...project("postgres")],
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--disable-background-networking", "--disable-dev-shm-usage", ...(asRoot ? ["--no-sandbox"] : [])],
    },
  },
});
