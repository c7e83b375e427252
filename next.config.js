/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Every documented path answers with and without a trailing slash, directly.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ["better-sqlite3", "postgres", "@node-rs/argon2", "pino"],
  // `npm run types` checks them, once for each database.
  typescript: { ignoreBuildErrors: true },
};
