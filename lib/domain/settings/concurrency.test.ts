import { expect, it } from "vitest";
import { effectiveLimit } from "./concurrency";

const business = { name: "Business", concurrency: 50 };
const unlimited = { name: "Unlimited", concurrency: null };

it.each([
  [null, null, null, "nothing", "There is no limit and no plan."],
  [null, unlimited, null, "nothing", "Unlimited by the plan Unlimited."],
  [null, business, 50, "plan", "The plan Business allows 50; there is no limit of its own."],
  [5, null, 5, "own", "Its own limit of 5; there is no plan."],
  [5, unlimited, 5, "own", "Its own limit of 5; the plan Unlimited sets none."],
  [5, business, 5, "own", "Its own limit of 5 is below the 50 of the plan Business."],
  [50, business, 50, "own", "Its own limit and the plan Business both allow 50."],
  [60, business, 50, "plan", "The plan Business allows 50, which is below its own limit of 60."],
  [0, business, 0, "own", "Its own limit of 0 blocks every call."],
  [0, null, 0, "own", "Its own limit of 0 blocks every call."],
] as const)("with the limit %s and the plan %j holds %s, decided by %s", (own, plan, effective, decidedBy, reason) => {
  expect(effectiveLimit(own, plan)).toEqual({ own, plan, effective, decidedBy, reason });
});
