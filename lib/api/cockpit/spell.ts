import type { z } from "zod";
import { publicUrl } from "../../core/env";
import type { Margin } from "../../core/money";
import type { AnyScope } from "../../core/scope";
import { toSecond } from "../../core/time";
import { type AccountAt, agreementOf, marginOf } from "../../domain/accounts/account";
import { belongingsOf } from "../../domain/accounts/read";
import type { Customer } from "../../domain/customers/customer";
import type { Provider } from "../../domain/providers/read";
import { houseId } from "../../domain/resellers/read";
import { spelledRule } from "./parts.contract";
import type * as replies from "./replies.contract";

const kinds: Record<Provider["kind"], string> = {
  microsoft: "Microsoft",
  openstack: "OpenStack",
  aws: "AWS",
  azure: "Azure",
};

const margin = ({ rule, value }: Margin) => ({ marginRule: { name: spelledRule(rule) }, value: Number(value) });
const instant = (at: Date | null) => at && toSecond(at);

function agreement({ account }: AccountAt) {
  const found = agreementOf(account);
  return (
    found && {
      customerId: account.customerId,
      providerInstanceId: account.providerId,
      signatoryContact: found.signatory,
      status: { name: found.status },
      attestationId: found.attestationId,
      lastUpdate: instant(found.updatedAt),
      dateAgreed: instant(found.dateAgreed),
    }
  );
}

function providerCustomer(at: AccountAt) {
  const { account, provider } = at;
  const own = marginOf(account);
  return {
    providerName: kinds[provider.kind],
    providerInstanceId: account.providerId,
    providerCustomerId: account.providerCustomerId,
    providerCustomerData: Object.keys(account.data).length > 0 ? JSON.stringify(account.data) : null,
    margin: own && margin(own),
    offerTypeMargins: Object.fromEntries(
      Object.entries(account.offerTypeMargins).map(([type, one]) => [type, margin(one)]),
    ),
    microsoftCustomerAgreement: agreement(at),
  };
}

/** Customers as POST takes them: what was not said is null. */
export async function fullCustomers(
  scope: AnyScope,
  customers: readonly Customer[],
): Promise<z.output<typeof replies.Customer>[]> {
  const [belongings, house] = await Promise.all([belongingsOf(scope, customers), houseId(scope)]);
  return customers.map((customer) => {
    const { accounts, partners } = belongings(customer);
    return {
      id: customer.id,
      companyName: customer.name,
      taxId: customer.taxId || null,
      country: customer.country,
      addressLine1: customer.addressLine1,
      addressLine2: customer.addressLine2 || null,
      city: customer.city,
      state: customer.state,
      zip: customer.zip,
      firstName: customer.firstName,
      middleName: customer.middleName || null,
      lastName: customer.lastName,
      email: customer.email,
      phone: customer.phone,
      internalIdentifier: customer.internalIdentifier || null,
      resellerId: customer.resellerId === house ? null : customer.resellerId,
      providerCustomers: Object.fromEntries(accounts.map((at) => [at.account.providerId, providerCustomer(at)])),
      customerAssociations: partners.map(({ partnerId, name }) => ({ resellerId: partnerId, name: name || null })),
    };
  });
}

export const instance = (provider: Provider): z.output<typeof replies.Instance> => ({
  id: provider.id,
  alias: provider.name,
  providerName: kinds[provider.kind],
  imageUrl: new URL(`/providers/${provider.kind}.svg`, publicUrl()).href,
  offerTypes: provider.offerTypes.map((name) => ({ name })),
  supportedCountries: provider.supportedCountries,
});
