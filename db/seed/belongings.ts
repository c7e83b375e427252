import { days, later, minutes } from "../../lib/core/time";
import type { Company } from "./companies";
import type { Customer, Part } from "./customers";
import type { Rng } from "./rng";
import type { Row, Rows } from "./rows";
import type { Place } from "./tenants";

/** cloudapi's unit types with amounts that a customer may have of them. */
const units: readonly (readonly [unitType: string, name: string, least: number, most: number])[] = [
  ["CU", "CPU", 2_000, 96_000],
  ["MU", "Memory", 4_096, 1_048_576],
  ["SUP", "Primary storage", 100, 80_000],
  ["SUA", "Archive storage", 500, 400_000],
  ["LV", "Linux machines", 1, 60],
  ["WV", "Windows machines", 1, 25],
  ["NBU", "Traffic", 100, 50_000],
  ["NUIPPORTS", "Public addresses", 1, 64],
  ["NUM", "Bandwidth", 10, 10_000],
];

interface Owner {
  place: Place;
  customer: Customer;
  company: Company;
  part: Part;
  /** Whom some of its reseller's customers are tied to besides. */
  partner: Place | undefined;
}

/** Settings, capacity, groups, domains and partners of a customer. */
export function addBelongings(
  rows: Rows,
  rng: Rng,
  { place, customer, company, part, partner }: Owner,
  i: number,
): void {
  const path = { cspId: customer.cspId, resellerId: customer.resellerId, customerId: customer.id };
  const isShowcase = part === "showcase";
  const since = later(customer.firstActivatedAt ?? customer.createdAt, minutes(5));

  const limit = isShowcase ? 30 : limitOf(rng, place, customer, i);
  if (limit !== undefined) {
    rows.settings.push({ ...path, name: "concurrency-limit", value: limit, modifiedAt: since });
  }
  if (isShowcase || rng.chance(0.2)) addCapacity(rows, rng, path, since, isShowcase ? 6 : rng.int(1, 4));
  const groups = isShowcase ? place.groups.slice(0, 2) : place.groups.filter(() => rng.chance(0.12));
  rows.groupMembers.push(...groups.map(({ id }) => ({ ...path, groupId: id })));
  const names = isShowcase
    ? [company.domain, `shop.${company.slug}.example`]
    : rng.chance(0.25)
      ? [company.domain]
      : [];
  rows.domains.push(...names.map((name) => ({ name, ...path, createdAt: since })));
  if (partner && (isShowcase || (part === "any" && rng.chance(0.05)))) {
    rows.associations.push({ ...path, partnerId: partner.reseller.id, name: partner.reseller.name });
  }
}

/** About one in seven has a limit of its own: the first of them blocks every call, the next lies above its plan. */
function limitOf(rng: Rng, place: Place, customer: Customer, i: number): number | undefined {
  if (i === 3) return 0;
  if (i === 4) {
    const plan = place.plans.find(({ concurrency }) => concurrency === 5);
    customer.billingPlanId = plan?.id ?? null;
    return 25;
  }
  return rng.chance(0.13) ? rng.pick([1, 2, 5, 10, 40, 120]) : undefined;
}

type Path = Pick<Row<"capacityEntries">, "cspId" | "resellerId" | "customerId">;

/** Some have consumed more than they have. */
function addCapacity(rows: Rows, rng: Rng, path: Path, since: Date, kinds: number): void {
  const first = rng.int(0, units.length - 1);
  for (let k = 0; k < kinds; k++) {
    const [unitType, name, least, most] = units[(first + k) % units.length]!;
    const amount = rng.int(least, most);
    const consumed = Math.max(1, Math.round((amount * rng.int(10, 115)) / 100));
    const add = (side: Row<"capacityEntries">["side"], value: number, label: string, description = "") => {
      const createdAt = later(since, days(k) / 10);
      rows.capacityEntries.push({
        id: rng.id(createdAt),
        ...path,
        side,
        unitType,
        amount: value,
        name: label,
        description,
        createdAt,
      });
    };
    add("available", amount, name, "As agreed in the contract");
    if (rng.chance(0.3))
      add("available", Math.max(1, Math.round(amount / 10)), `${name}, extra`, "Until the end of the quarter");
    if (rng.chance(0.85)) add("consumed", consumed, name);
  }
}
