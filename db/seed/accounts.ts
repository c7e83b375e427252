import { type OfferTypeMargins, offerTypes } from "../../lib/core/money";
import { days, later } from "../../lib/core/time";
import { agreementStatuses } from "../schema";
import type { Company } from "./companies";
import type { Customer, Part } from "./customers";
import type { Provider } from "./providers";
import type { Rng } from "./rng";
import type { Row, Rows } from "./rows";
import type { Place } from "./tenants";

export type Account = Row<"providerAccounts">;

const margins = [
  ["markup", ["10.6", "12", "7.25", "18.5"]],
  ["margin", ["8", "15.5", "22.125"]],
  ["split_margin", ["40", "50", "66.6667"]],
  ["erp_minus_discount", ["3", "5.5", "0"]],
] as const;

/** Provider accounts of customers, in turn through every rule and every state of an agreement. */
export class Accounts {
  private made = 0;
  private microsoft = 0;

  constructor(
    private readonly rng: Rng,
    private readonly now: Date,
  ) {}

  /** Adds a customer's accounts and what else it may use; answers the accounts with their providers. */
  add(rows: Rows, place: Place, customer: Customer, company: Company, part: Part): [Account, Provider][] {
    const used = this.choose(place, customer, part);
    const allowed = place.providers.filter((one) => used.includes(one) || this.rng.chance(0.25));
    const createdAt = this.soonAfter(customer);
    const path = { cspId: customer.cspId, resellerId: customer.resellerId, customerId: customer.id };
    rows.allowedProviders.push(...allowed.map(({ id }) => ({ ...path, providerId: id, createdAt })));
    return used.map((provider) => {
      const isMicrosoft = provider.kind === "microsoft";
      const row: Account = {
        id: this.rng.id(createdAt),
        ...path,
        providerId: provider.id,
        providerCustomerId: this.providerCustomerId(provider, createdAt),
        ...this.margin(part, this.made),
        offerTypeMargins: this.overrides(provider),
        ...(isMicrosoft ? this.agreed(customer, company, part, createdAt) : this.plain(provider, company)),
        state: part === "any" && this.made % 11 === 4 ? "error" : "idle",
        createdAt,
        modifiedAt: createdAt,
        version: 1,
      };
      this.made++;
      rows.providerAccounts.push(row);
      return [row, provider];
    });
  }

  private choose({ providers }: Place, { status }: Customer, part: Part): Provider[] {
    const { rng } = this;
    if (part === "admin") return [];
    if (part === "showcase") return providers.filter(({ kind }) => kind !== "azure");
    const chance = { microsoft: 0.55, openstack: status === "CONFIGURED" ? 0.1 : 0.45, aws: 0.15, azure: 0.15 };
    return providers.filter(
      ({ kind, name }) => rng.chance(chance[kind]) || (part === "neighbour" && name === "Ormuco EU"),
    );
  }

  private soonAfter({ createdAt, deletedAt }: Customer): Date {
    const end = Math.min((deletedAt ?? this.now).getTime(), later(createdAt, days(30)).getTime());
    return this.rng.instant(createdAt, new Date(end));
  }

  private providerCustomerId({ kind }: Provider, at: Date): string {
    if (kind === "aws") return this.rng.digits("############");
    return kind === "openstack" ? this.rng.hex(32) : this.rng.id(at);
  }

  private margin(part: Part, i: number): Pick<Account, "marginRule" | "marginValue"> {
    if (part === "any" && i % 6 === 5) return { marginRule: null, marginValue: null };
    const [marginRule, values] = margins[i % margins.length]!;
    return { marginRule, marginValue: this.rng.pick(values) };
  }

  private overrides(provider: Provider): OfferTypeMargins {
    const own = offerTypes.filter((type) => provider.offerTypes.includes(type) && this.rng.chance(0.15));
    return Object.fromEntries(
      own.map((type) => {
        const [rule, values] = this.rng.pick(margins);
        return [type, { rule, value: this.rng.pick<string>(values) }];
      }),
    );
  }

  private plain({ kind, name }: Provider, { slug }: Company) {
    const { rng } = this;
    const data: Record<string, Record<string, unknown>> = {
      aws: { Alias: slug, Region: rng.pick(["eu-central-1", "us-east-1", "ap-southeast-2"]) },
      azure: { SubscriptionName: `${slug}-production`, Region: rng.pick(["westeurope", "eastus", "japaneast"]) },
      openstack: { Region: name, Domain: slug },
    };
    return { data: data[kind] ?? {}, ...noAgreement, agreementStatus: null };
  }

  /** The signatory is known once a link was made, and the date once it was accepted. */
  private agreed(customer: Customer, company: Company, part: Part, createdAt: Date) {
    const { rng } = this;
    const status =
      part === "showcase" ? "agreementcreated" : agreementStatuses[this.microsoft++ % agreementStatuses.length]!;
    const accepted = status === "customeraccepted" || status === "agreementcreated";
    const agreedAt = accepted ? this.soonAfter({ ...customer, createdAt }) : null;
    const { firstName, lastName, email, phone, region } = company;
    const known = status !== "required";
    const data = {
      Domain: company.slug,
      CredentialsEmail: customer.email || email,
      AcceptedMCA: accepted,
      AgreementDate: agreedAt && `${agreedAt.toISOString().slice(0, 10)}T00:00:00Z`,
      KeepPrimaryInformation: rng.chance(0.6),
      FirstName: known ? firstName : null,
      LastName: known ? lastName : null,
      Email: known ? email : null,
      Phone: known ? phone : null,
      DefaultCulture: region.culture,
      Language: region.language,
      AssociatedPartnerId: rng.chance(0.15) ? rng.digits("6######") : null,
      Qualifications: rng.chance(0.1) ? ["Education"] : [],
      EnableGDAP: rng.chance(0.7),
    };
    const attestation = status === "agreementcreated" ? rng.id(agreedAt ?? createdAt) : null;
    return {
      data,
      agreementStatus: status,
      agreementSignatory: known ? { firstName, lastName, email, phone } : null,
      agreementAttestationId: attestation,
      agreementDateAgreed: agreedAt,
      agreementUpdatedAt: known ? (agreedAt ?? createdAt) : null,
    };
  }
}

const noAgreement = {
  agreementSignatory: null,
  agreementAttestationId: null,
  agreementDateAgreed: null,
  agreementUpdatedAt: null,
};
