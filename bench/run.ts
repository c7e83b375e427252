import { existsSync } from "node:fs";
import { dataOf, removeData } from "./data";
import { lists } from "./lists";
import { hangUp } from "./load";
import { hotPaths } from "./paths";

/**
 * `npm run bench`: prints what README quotes. Of 130,000 customers the first CSP has over 100,000. CUSTOMERS, ROUNDS and
 * REQUESTS make it shorter.
 */
const rounds = Number(process.env.ROUNDS ?? 7);
const requests = Number(process.env.REQUESTS ?? 1000);

if (!existsSync(".next/BUILD_ID")) throw new Error("Run `npm run build` first: the bench measures the built portal.");
try {
  const large = dataOf(Number(process.env.CUSTOMERS ?? 130_000));
  await lists(dataOf(1000), large, { rounds, requests: requests / 10, warmUp: requests / 5 });
  await hotPaths(large, { rounds, requests, warmUp: 5 * requests });
} finally {
  hangUp();
  removeData();
}
