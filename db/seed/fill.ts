import { Accounts } from "./accounts";
import { addBelongings } from "./belongings";
import { Companies, type Company } from "./companies";
import { type Customer, makeCustomer, type Part } from "./customers";
import { Records, type Writers } from "./records";
import type { Rng } from "./rng";
import { noRows, type Rows } from "./rows";
import type { Place } from "./tenants";
import { type Project, Usage } from "./usage";
import { notableNames } from "./words";

const BATCH = 400;

const showcase = ["Brasserie Étoile & Fils", "FR", "brasserieetoile"] as const;

/** Makes the customers of one place after the other, with all that is theirs. */
export class Filler {
  private readonly companies: Companies;
  private readonly accounts: Accounts;
  private readonly usage: Usage;
  private readonly records: Records;
  /** The customer that has one of everything, once it was made. */
  showcase: Customer | undefined;
  private readonly notables = notableNames.values();

  constructor(
    private readonly rng: Rng,
    private readonly now: Date,
  ) {
    this.companies = new Companies(rng);
    this.accounts = new Accounts(rng, now);
    this.usage = new Usage(rng, now);
    this.records = new Records(rng, now);
  }

  /**
   * The first of `count` is the reseller's own account. Only the first `rich` have projects and a history, so that many
   * customers do not take minutes. Answers rows in batches: one batch's rows stand on those of the ones before.
   */
  *customers(place: Place, writers: Writers, partner: Place | undefined, count: number, rich: number): Generator<Rows> {
    let rows = noRows();
    let before: Filled | undefined;
    for (let i = 0; i < count; i++) {
      const part = partOf(place, i);
      const company = this.company(place, part);
      const customer = makeCustomer(this.rng, place, company, part, i, this.now);
      rows.customers.push(customer);
      const domains = rows.domains.length;
      const settings = rows.settings.length;
      addBelongings(rows, this.rng, { place, customer, company, part, partner }, i);
      const accounts = this.accounts.add(rows, place, customer, company, part);
      if (i < rich) {
        const projects = this.usage.add(rows, customer, company, accounts, part);
        this.share(rows, { customer, projects }, before, part);
        before = { customer, projects };
        this.records.customer(rows, writers, customer, part === "showcase" || this.rng.chance(0.6));
        for (const [account] of accounts) this.records.account(rows, writers, customer, account, this.rng.chance(0.2));
        for (const row of rows.settings.slice(settings)) this.records.setting(rows, writers, customer, row);
        for (const row of rows.domains.slice(domains)) this.records.domain(rows, writers, customer, row);
        if (part === "showcase") {
          this.showcase = customer;
          this.records.failedJob(rows, writers, customer);
        }
      }
      if (rows.customers.length === BATCH) {
        yield rows;
        rows = noRows();
      }
    }
    yield rows;
  }

  private company(place: Place, part: Part): Company {
    if (part === "admin") return this.companies.named(place.company, place.country);
    if (part === "showcase") return this.companies.named(...showcase);
    const notable = place.name === "a" && part === "any" ? this.notables.next().value : undefined;
    return notable ? this.companies.named(...notable) : this.companies.any();
  }

  /** One project of the showcase is shared with its neighbour, one of the neighbour's with it; then a few by chance. */
  private share(rows: Rows, own: Filled, before: Filled | undefined, part: Part): void {
    if (!before) return;
    const find = (from: Filled, name: string) => from.projects.find((project) => project.name === name)!;
    if (part === "neighbour") {
      this.usage.share(rows, find(before, "shared-analytics"), own.customer);
      this.usage.share(rows, find(own, "joint-portal"), before.customer);
      return;
    }
    const [project] = own.projects;
    if (project && !before.customer.deletedAt && this.rng.chance(0.1)) this.usage.share(rows, project, before.customer);
  }
}

interface Filled {
  customer: Customer;
  projects: Project[];
}

function partOf(place: Place, i: number): Part {
  if (i === 0) return "admin";
  if (place.name !== "a" || i > 2) return "any";
  return i === 1 ? "showcase" : "neighbour";
}
