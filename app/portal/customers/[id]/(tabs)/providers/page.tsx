import Check from "lucide-react/icons/check";
import { AccountActions } from "@/components/accounts/account-actions";
import { AllowSwitch } from "@/components/accounts/allow-switch";
import { MarginsInWords } from "@/components/accounts/margins-in-words";
import { agreementFields } from "@/components/customer-form/agreement-fields";
import { dataFields } from "@/components/customer-form/provider-fields";
import { Alert } from "@/components/ui/alert";
import { AgreementBadge, Badge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { TimeAgo } from "@/components/ui/values";
import { type Account, listAccounts, listAllowed } from "@/lib/api/portal/accounts.contract";
import { pagePrincipal, pageScope } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { listOpenProviders, type Provider } from "@/lib/domain/providers/read";
import { ask } from "../../../../ask";
import { Missing } from "../../../../missing";
import { type CustomerPageProps, customerOf } from "../../customer";

export const metadata = { title: "Providers" };

export default async function ProvidersPage({ params }: CustomerPageProps) {
  const scope = await pageScope("customers:read", "accounts:read", "providers:read");
  if (!scope) return <NoPermission need="see provider accounts" />;
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const { first_name, last_name, email, phone } = customer;
  const of = { params: { customer_id: customer.id } };
  const [allowed, accounts, providers] = await Promise.all([
    ask(listAllowed, of),
    ask(listAccounts, of),
    listOpenProviders(scope),
  ]);
  const mayWrite = may(await pagePrincipal(), "accounts:write");
  const today = clock().toISOString().slice(0, 10);
  if (providers.length === 0) {
    return <EmptyState title="No provider is open to your organisation">Ask the operator of the portal.</EmptyState>;
  }
  return (
    <ul className="gap-4 lg:columns-2">
      {providers.map((provider) => {
        const account = accounts.items.find((one) => one.provider.id === provider.id);
        return (
          <li key={provider.id} className="mb-4 min-w-0 break-inside-avoid rounded-lg border bg-raised px-4 py-3">
            <div className="flex flex-wrap items-start justify-between gap-2">
              <AllowSwitch
                customerId={customer.id}
                provider={{ id: provider.id, name: provider.name }}
                allowed={allowed.items.some(({ id, allowed }) => id === provider.id && allowed)}
                account={account !== undefined}
                version={allowed.version}
                mayWrite={mayWrite}
              />
              {mayWrite && (
                <div className="flex items-center gap-1">
                  <AccountActions
                    customerId={customer.id}
                    provider={optionOf(provider)}
                    account={account}
                    contact={{ first_name, last_name, email, phone }}
                    today={today}
                  />
                </div>
              )}
            </div>
            {account && <Facts account={account} kind={provider.kind} />}
            <Credentials names={provider.requiredCredentials} account={account} />
          </li>
        );
      })}
    </ul>
  );
}

/** What the forms need to know; no more of a provider goes to the browser. */
const optionOf = ({
  id,
  name,
  kind,
  disambiguation,
  requiredCredentials,
  offerTypes,
  supportedCountries,
}: Provider) => ({ id, name, kind, disambiguation, requiredCredentials, offerTypes, supportedCountries });

function Facts({ account, kind }: { account: Account; kind: Provider["kind"] }) {
  const { agreement, data } = account;
  const known = dataFields[kind];
  const shown = new Set([...known.map(({ name }) => name), ...agreementFields]);
  const extra = Object.keys(data).filter((name) => !shown.has(name));
  const told = (name: string, label: string): Description[] => {
    const value = data[name];
    return value === undefined || value === null || value === "" ? [] : [{ term: label, value: inWords(value) }];
  };
  return (
    <div className="mt-3 border-t pt-2">
      {account.state === "error" && (
        <Alert tone="danger" className="mb-2" title="This account is in error">
          The portal was told no reason. Compare the customer id and the data below with what {account.provider.name}{" "}
          has, and correct what differs here or there.
        </Alert>
      )}
      <DescriptionList
        items={[
          {
            term: "Account",
            value:
              account.state === "error" ? <Badge tone="danger">In error</Badge> : <Badge tone="success">Ready</Badge>,
          },
          {
            term: "Customer id there",
            value: account.provider_customer_id && (
              <CopyId value={account.provider_customer_id} label="id at the provider" />
            ),
          },
          { term: "Margins", value: <MarginsInWords margin={account.margin} overrides={account.offer_type_margins} /> },
          ...(agreement
            ? [
                { term: "Agreement", value: <AgreementBadge status={agreement.status} /> },
                { term: "Accepted", value: <TimeAgo value={agreement.date_agreed} absent="Not yet" /> },
                {
                  term: "Signatory",
                  value:
                    agreement.signatory &&
                    `${agreement.signatory.first_name} ${agreement.signatory.last_name}, ${agreement.signatory.email}`,
                },
              ]
            : []),
          ...known.flatMap(({ name, label }) => told(name, label)),
          ...extra.flatMap((name) => told(name, name)),
          { term: "Last changed", value: <TimeAgo value={account.modified_at} /> },
        ]}
      />
    </div>
  );
}

const inWords = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** What the provider asks for, and what of it the account's data holds: the rest the provider was given elsewhere. */
function Credentials({ names, account }: { names: readonly string[]; account: Account | undefined }) {
  if (names.length === 0) return null;
  const has = (name: string) => Boolean(account?.data[name]);
  return (
    <div className="mt-2 border-t pt-2">
      <p className="text-xs text-muted">
        Credentials that are needed to open an account there.
        {account && " Those kept in its data here are ticked; the others are not the portal's to know."}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {names.map((name) => (
          <li key={name} className="flex items-center gap-1">
            <code className="text-xs">{name}</code>
            {has(name) && (
              <>
                <Check aria-hidden className="size-4 text-success" />
                <span className="sr-only">kept here</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
