import { build } from "esbuild";

const countries = "i18n-iso-countries/langs/en.json";

/**
 * `npm run build`, after Next's own: what `npm start` and the demo run, each as one file. From source they would start
 * slower, and a request would take a tenth more.
 */
await build({
  entryPoints: ["lib/run/start.ts", "lib/run/demo.ts"],
  outdir: ".next/portal",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  // Node 20 warns of JSON that a module imports: this is put in.
  alias: { [countries]: `./node_modules/${countries}` },
});
