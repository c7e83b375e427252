import { Domains } from "@/components/belongings/domains";
import { Groups } from "@/components/belongings/groups";
import { NoPermission } from "@/components/ui/states";
import { listDomains, listGroups, listGroupsOf } from "@/lib/api/portal/belongings.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../../../../ask";
import { Missing } from "../../../../missing";
import { type CustomerPageProps, customerOf } from "../../customer";
import { addDomain, changeGroups } from "./actions";

export const metadata = { title: "Groups & domains" };

export default async function GroupsPage({ params }: CustomerPageProps) {
  const principal = await pagePrincipal();
  if (!may(principal, "groups:read", "domains:read")) return <NoPermission need="see groups and domains" />;
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const { id, reseller } = customer;
  const of = { params: { customer_id: id } };
  const [groups, every, domains] = await Promise.all([
    ask(listGroupsOf, of),
    ask(listGroups, {}),
    ask(listDomains, of),
  ]);
  const joined = new Set(groups.items.map((group) => group.id));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Groups
        customerId={id}
        groups={groups.items}
        others={every.items.filter((group) => group.reseller_id === reseller.id && !joined.has(group.id))}
        version={groups.version}
        mayWrite={may(principal, "groups:write")}
        post={changeGroups.bind(null, id)}
      />
      <Domains
        customerId={id}
        domains={domains.items}
        version={domains.version}
        mayWrite={may(principal, "domains:write")}
        post={addDomain.bind(null, id)}
      />
    </div>
  );
}
