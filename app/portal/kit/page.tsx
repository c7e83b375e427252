import Download from "lucide-react/icons/download";
import Plus from "lucide-react/icons/plus";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { AgreementBadge, type AgreementStatus, Badge, type CustomerStatus, StatusBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, Switch } from "@/components/ui/choice";
import { CopyId } from "@/components/ui/copy-id";
import { DescriptionList } from "@/components/ui/description-list";
import { Field, Fieldset } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Loading, TableSkeleton } from "@/components/ui/loading";
import { Meter, Progress } from "@/components/ui/meter";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { RadioGroup } from "@/components/ui/radio-group";
import { Stat } from "@/components/ui/stat";
import { EmptyState, ErrorState, NoPermission } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { Bytes, Country, Instant, Kbd, Num, Percent, TimeAgo } from "@/components/ui/values";
import { Missing } from "../missing";
import { MovingParts } from "./moving-parts";

export const metadata: Metadata = { title: "Kit" };

const here = "/portal/kit";
const id = "0193a1f2-7c44-7e0b-9a51-5b0c7d2e4f68";

const rows: { name: string; status: CustomerStatus; agreement: AgreementStatus | null; servers: number; at: string }[] =
  [
    {
      name: "Aurora Logistics GmbH",
      status: "ACTIVE",
      agreement: "agreementcreated",
      servers: 124,
      at: "2026-03-04T12:33:05Z",
    },
    {
      name: "Bright Harbour Foods",
      status: "CONFIGURED",
      agreement: "linkgenerated",
      servers: 0,
      at: "2026-01-20T08:00:00Z",
    },
    {
      name: "Casa do Norte, Lda.",
      status: "DISABLED",
      agreement: "linkexpired",
      servers: 7,
      at: "2025-07-11T16:45:00Z",
    },
    { name: "Dunmore & Sons", status: "ACTIVE", agreement: "required", servers: 1_208, at: "2024-11-02T09:12:44Z" },
    { name: "Élan Médical", status: "ACTIVE", agreement: "customeraccepted", servers: 15, at: "2025-12-31T23:59:59Z" },
    { name: "Fjord Data AS", status: "ACTIVE", agreement: null, servers: 33, at: "2025-02-14T10:10:10Z" },
  ];

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card title={title}>
    <div className="flex flex-col gap-4">{children}</div>
  </Card>
);

const Line = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2">{children}</div>
);

export default function KitPage() {
  if (process.env.NODE_ENV === "production") return <Missing />;
  return (
    <div className="mx-auto max-w-360">
      <PageHeader
        title="Kit"
        badge={<Badge>Development only</Badge>}
        description="Every part of components/ui, once, in the states that pages use."
        breadcrumbs={[{ label: "Portal", href: "/portal" }, { label: "Kit" }]}
        actions={
          <>
            <LinkButton href={here} icon={<Download aria-hidden className="size-4" />}>
              Export CSV
            </LinkButton>
            <LinkButton href={here} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
              New customer
            </LinkButton>
          </>
        }
      />
      <Tabs
        label="Kit"
        current={here}
        items={[
          { label: "Overview", href: here },
          { label: "Resources", href: `${here}?tab=resources`, count: 1234 },
          { label: "Limits", href: `${here}?tab=limits` },
        ]}
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:col-span-2">
          <Stat label="Customers" value={12345} href={here} hint="87 new this month" />
          <Stat label="Live servers" value={4210} />
          <Stat label="Near their limit" value={12} tone="warning" href={here} />
          <Stat label="Accounts in error" value={3} tone="danger" href={here} />
        </div>

        <div className="min-w-0 lg:col-span-2">
          <Table label="Customers" fit>
            <TableHead>
              <HeadCell>
                <Checkbox aria-label="Select all" />
              </HeadCell>
              <HeadCell href={`${here}?sort=-name`} sort="ascending">
                Name
              </HeadCell>
              <HeadCell>Status</HeadCell>
              <HeadCell>Country</HeadCell>
              <HeadCell>Agreement</HeadCell>
              <HeadCell numeric href={`${here}?sort=servers`}>
                Servers
              </HeadCell>
              <HeadCell>Id</HeadCell>
              <HeadCell>Last activity</HeadCell>
            </TableHead>
            <TableBody>
              {rows.map((row, index) => (
                <Row key={row.name} selected={index === 1}>
                  <Cell>
                    <Checkbox aria-label={`Select ${row.name}`} defaultChecked={index === 1} />
                  </Cell>
                  <RowHead>
                    <TextLink href={here}>{row.name}</TextLink>
                  </RowHead>
                  <Cell>
                    <StatusBadge status={row.status} />
                  </Cell>
                  <Cell>
                    <Country code="PT" name="Portugal" />
                  </Cell>
                  <Cell>
                    <AgreementBadge status={row.agreement} />
                  </Cell>
                  <Cell numeric>
                    <Num value={row.servers} />
                  </Cell>
                  <Cell>
                    <CopyId value={id} label="customer id" short />
                  </Cell>
                  <Cell>
                    <TimeAgo value={row.at} />
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
          <Pagination label="Pages of customers" from={1} to={6} total={12345} next={`${here}?after=6`} />
        </div>

        <Section title="Buttons">
          <Line>
            <Button variant="primary">Primary</Button>
            <Button>Secondary</Button>
            <Button variant="ghost">Ghost</Button>
            <Button variant="danger">Danger</Button>
          </Line>
          <Line>
            <Button size="sm">Small</Button>
            <Button disabled>Disabled</Button>
            <Button size="icon" aria-label="Add" icon={<Plus aria-hidden className="size-4" />} />
            <TextLink href={here}>A link in a text</TextLink>
          </Line>
        </Section>

        <Section title="Moving parts">
          <MovingParts />
        </Section>

        <Section title="Fields">
          <Field label="Company name" required hint="As it stands in the commercial register.">
            {(control) => <Input {...control} name="name" autoComplete="organization" placeholder="Acme Ltd" />}
          </Field>
          <Field label="Contact e-mail" required error="Enter an e-mail address, such as anna@example.com.">
            {(control) => <Input {...control} name="email" type="email" defaultValue="anna@" />}
          </Field>
          <Field label="Country">
            {(control) => (
              <Select {...control} name="country" placeholder="Choose" options={[{ value: "PT", label: "Portugal" }]} />
            )}
          </Field>
          <Field label="Description">{(control) => <Textarea {...control} name="description" />}</Field>
        </Section>

        <Section title="Choices">
          <RadioGroup
            legend="Margin rule"
            name="rule"
            defaultValue="markup"
            options={[
              { value: "markup", label: "Markup", hint: "Added to the cost." },
              { value: "margin", label: "Margin", hint: "A part of the price." },
              { value: "split_margin", label: "Split margin", disabled: true },
            ]}
          />
          <Fieldset legend="Allowed providers" error="Allow at least one provider.">
            <Switch label="Microsoft" defaultChecked hint="Two credentials are missing." />
            <Switch label="OpenStack" />
            <Switch label="AWS" disabled />
          </Fieldset>
          <Checkbox label="The customer has accepted the agreement" defaultChecked />
        </Section>

        <Section title="Values">
          <DescriptionList
            items={[
              { term: "Customer id", value: <CopyId value={id} label="customer id" /> },
              { term: "Status", value: <StatusBadge status="ACTIVE" /> },
              { term: "Created", value: <TimeAgo value="2025-07-11T16:45:00Z" /> },
              { term: "Agreed", value: <Instant value="2025-07-11T16:45:00Z" /> },
              { term: "Last sign-in", value: <TimeAgo value={null} /> },
              { term: "Memory", value: <Bytes value={17_179_869_184} base="binary" /> },
              { term: "Disk", value: <Bytes value={500_000_000_000} base="decimal" /> },
              { term: "Margin", value: <Percent ratio={0.106} /> },
              { term: "Country", value: <Country code="PT" name="Portugal" /> },
              { term: "Tax id", value: null },
              { term: "Shortcut", value: <Kbd>Ctrl K</Kbd> },
            ]}
          />
        </Section>

        <Section title="Amounts">
          <Meter label="Servers" value={30} max={40} />
          <Meter label="Memory (GiB)" value={118} max={128} />
          <Meter label="Concurrent jobs" value={12} max={10} />
          <Progress label="Importing" value={420} max={1000} />
        </Section>

        <Section title="Alerts">
          <Alert title="This customer is the reseller's own account">It cannot be deleted.</Alert>
          <Alert tone="accent">A draft from yesterday was restored.</Alert>
          <Alert tone="success" title="3 customers were added" />
          <Alert tone="warning" title="The agreement is required" action={<Button size="sm">Send link</Button>}>
            Orders at Microsoft wait until it is accepted.
          </Alert>
          <Alert tone="danger" title="Someone else saved first">
            Compare both versions before you save yours.
          </Alert>
        </Section>

        <Section title="Badges">
          <Line>
            {(["CONFIGURED", "ACTIVE", "DISABLED"] as const).map((status) => (
              <StatusBadge key={status} status={status} />
            ))}
          </Line>
          <Line>
            {(["required", "linkgenerated", "linkexpired", "customeraccepted", "agreementcreated"] as const).map(
              (status) => (
                <AgreementBadge key={status} status={status} />
              ),
            )}
            <AgreementBadge status={null} />
          </Line>
        </Section>

        <Section title="Nothing, trouble, no permission">
          <EmptyState title="No customer matches" action={<LinkButton href={here}>Clear filters</LinkButton>}>
            Try fewer words, or another status.
          </EmptyState>
          <ErrorState title="The list could not be loaded" reference="a41f93c0" action={<Button>Try again</Button>} />
          <NoPermission need="change limits" />
        </Section>

        <Section title="Loading">
          <TableSkeleton rows={4} label="Loading customers" />
          <Loading label="Loading the chart" />
        </Section>
      </div>
    </div>
  );
}
