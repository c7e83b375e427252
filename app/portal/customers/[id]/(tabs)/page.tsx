import { Hints } from "@/components/customers/hints";
import { kindLabels } from "@/components/resources/kinds";
import { SharedNote } from "@/components/resources/shared-note";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DescriptionList } from "@/components/ui/description-list";
import { formatBytes, formatNumber } from "@/components/ui/format";
import { EmptyState } from "@/components/ui/states";
import { TextLink } from "@/components/ui/text-link";
import { Country, TimeAgo } from "@/components/ui/values";
import { listPlans } from "@/lib/api/portal/limits.contract";
import { pageScope } from "@/lib/auth/page";
import { languageName } from "@/lib/core/countries";
import { GIGABYTE, resourceKinds } from "@/lib/core/resources";
import { clock } from "@/lib/core/time";
import { listProjects, sharedOf } from "@/lib/domain/projects/read";
import { totalsOf, within } from "@/lib/domain/resources/as-of";
import { resourcesOf } from "@/lib/domain/resources/read";
import { ask } from "../../../ask";
import { Missing } from "../../../missing";
import { type CustomerPageProps, customerOf } from "../customer";
import { hintsOf } from "../hints";

const billing = { NEW: "New", VALID: "Valid", PAST_DUE: "Past due", SUSPENDED: "Suspended" };

export default async function CustomerOverviewPage({ params }: CustomerPageProps) {
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const [{ items: plans }, hints] = await Promise.all([ask(listPlans, {}), hintsOf(customer.id)]);
  const plan = plans.find(({ id }) => id === customer.billing_plan_id);
  const street = [customer.address_line1, customer.address_line2].filter(Boolean).join(", ");
  const city = [customer.zip, customer.city, customer.state].filter(Boolean).join(" ");
  const profile = Object.entries(customer.profile);
  const metadata = Object.entries(customer.external_metadata);
  return (
    <>
      <Hints hints={hints} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Card title="Company">
            <DescriptionList
              items={[
                { term: "Name", value: customer.name },
                { term: "Tax id", value: customer.tax_id },
                { term: "Address", value: street },
                { term: "City", value: city },
                { term: "Country", value: <Country code={customer.country} name={customer.country_name} /> },
                {
                  term: "Description",
                  value: customer.description && <span className="whitespace-pre-line">{customer.description}</span>,
                },
              ]}
            />
          </Card>
          <Card title="Classification">
            <DescriptionList
              items={[
                { term: "Reseller", value: customer.reseller.direct ? "Direct customer" : customer.reseller.name },
                { term: "Internal identifier", value: customer.internal_identifier },
                {
                  term: "External id",
                  value: customer.external_id && <CopyId value={customer.external_id} label="external id" />,
                },
                { term: "Billing plan", value: plan?.name },
                { term: "Billing status", value: billing[customer.billing_status] },
                { term: "Licensing", value: customer.licensing_enabled ? "Enabled" : "Not enabled" },
                { term: "Skins", value: customer.skin_names.join(", ") },
                ...metadata.map(([name, value]) => ({ term: `Metadata: ${name}`, value: shown(value) })),
                ...profile.map(([name, value]) => ({ term: `Profile: ${name}`, value: shown(value) })),
              ]}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Usage id={customer.id} />
          <Card title="Contact">
            <DescriptionList
              items={[
                {
                  term: "Name",
                  value: [customer.first_name, customer.middle_name, customer.last_name].filter(Boolean).join(" "),
                },
                {
                  term: "E-mail",
                  value: customer.email && <TextLink href={`mailto:${customer.email}`}>{customer.email}</TextLink>,
                },
                {
                  term: "Phone",
                  value: customer.phone && (
                    <>
                      <TextLink href={`tel:${customer.phone.replace(/[^+\d]/g, "")}`}>{customer.phone}</TextLink>
                      {customer.phone_extension && `, extension ${customer.phone_extension}`}
                    </>
                  ),
                },
                { term: "Language", value: languageName(customer.language) },
              ]}
            />
          </Card>
          <Card title="History">
            <DescriptionList
              items={[
                { term: "Created", value: <TimeAgo value={customer.created_at} /> },
                { term: "Validated", value: <TimeAgo value={customer.validated_at} /> },
                { term: "First activated", value: <TimeAgo value={customer.first_activated_at} /> },
                { term: "Last changed", value: <TimeAgo value={customer.modified_at} /> },
                { term: "Last activity", value: <TimeAgo value={customer.last_activity_at} /> },
                { term: "Signed up from", value: customer.signup_ip },
              ]}
            />
          </Card>
        </div>
      </div>
    </>
  );
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What it runs now, the most frequent kind first. */
async function Usage({ id }: { id: string }) {
  const scope = await pageScope("resources:read");
  if (!scope) return null;
  const page = `/portal/customers/${id}/resources`;
  const [tree, every] = await Promise.all([resourcesOf(scope, id), listProjects(scope, id)]);
  const now = clock();
  const { kinds, storage, projects } = totalsOf([tree], now);
  const items = resourceKinds
    .filter((kind) => kinds[kind].count > 0)
    .sort((a, b) => kinds[b].count - kinds[a].count)
    .map((kind) => {
      const { count, gb } = kinds[kind];
      const size = gb === null ? "" : ` · ${formatBytes(gb * GIGABYTE, "decimal")}`;
      return { kind, text: `${formatNumber(count)}${size}` };
    });
  const stored =
    storage.bytesUsed > 0 ? [{ kind: "object_storage" as const, text: formatBytes(storage.bytesUsed, "decimal") }] : [];
  const lines = [...items, ...stored];
  return (
    <Card title="Running now" description={`In ${formatNumber(projects)} ${projects === 1 ? "project" : "projects"}`}>
      {lines.length > 0 ? (
        <ul className="mb-2 divide-y">
          {lines.map(({ kind, text }) => (
            <li key={kind} className="flex justify-between gap-4 py-1.5">
              <TextLink href={`${page}?kind=${kind}`}>{kindLabels[kind]}</TextLink>
              <span className="tabular-nums">{text}</span>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Nothing runs">What this customer starts at its providers is counted here.</EmptyState>
      )}
      <SharedNote kinds={totalsOf([within(tree, sharedOf(every))], now).kinds} />
    </Card>
  );
}
