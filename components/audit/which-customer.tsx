import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { type AuditFilters, auditHref } from "./filters";

/** What was typed is of several customers. */
export const WhichCustomer = ({
  filters,
  customers,
}: {
  filters: AuditFilters;
  customers: readonly { id: string; name: string; more: string }[];
}) => (
  <Card title="Which customer?">
    <ul className="divide-y">
      {customers.map(({ id, name, more }) => (
        <li key={id} className="py-1.5">
          <TextLink href={auditHref({ ...filters, customer_id: id })} className="wrap-anywhere">
            {name}
          </TextLink>
          {more && <span className="block text-xs text-muted">{more}</span>}
        </li>
      ))}
    </ul>
  </Card>
);
