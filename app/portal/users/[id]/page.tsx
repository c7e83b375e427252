import type { Metadata } from "next";
import { cache } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { NoPermission } from "@/components/ui/states";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import { EditUser } from "@/components/users/edit-user";
import { ResetPassword } from "@/components/users/reset-password";
import { roleHints } from "@/components/users/values";
import { showUser } from "@/lib/api/portal/users.contract";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { roleNames } from "@/lib/core/role-names";
import { may } from "@/lib/core/scope";
import { ask } from "../../ask";
import { Missing, orMissing } from "../../missing";
import { saveUser } from "../actions";
import { rolesWithin } from "../roles";

interface Props {
  params: Promise<{ id: string }>;
}

const userOf = cache((id: string) => orMissing(ask(showUser, { params: { id } })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!may(await pagePrincipal(), "users:read")) return { title: "User" };
  return { title: (await userOf((await params).id))?.name ?? "Not found" };
}

export default async function UserPage({ params }: Props) {
  const principal = await pagePrincipal();
  if (!may(principal, "users:read")) return <NoPermission need="see users" />;
  const user = await userOf((await params).id);
  if (!user) return <Missing />;
  const { id, name, email, role, active, reseller_id, last_sign_in_at, created_at } = user;
  const { choices, cspName, id: self } = await currentUser();
  const reseller = choices.find((choice) => choice.id === reseller_id);
  const isStronger = rolesWithin(principal, user).length < 2;
  const mayWrite = may(principal, "users:write") && !isStronger;
  return (
    <>
      <PageHeader
        title={name}
        badge={
          <>
            <Badge tone={active ? "success" : "neutral"} dot>
              {active ? "Active" : "Deactivated"}
            </Badge>
            {id === self && <Badge>You</Badge>}
          </>
        }
        description={<CopyId value={id} label="user id" />}
        breadcrumbs={[{ label: "Users", href: "/portal/users" }, { label: name }]}
        actions={mayWrite && <ResetPassword id={id} name={name} email={email} version={user.version} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="User">
          <DescriptionList
            items={[
              { term: "E-mail", value: email },
              { term: "Role", value: `${roleNames[role]}: ${roleHints[role]}` },
              { term: "Belongs to", value: reseller_id === null ? cspName : (reseller?.name ?? "Your reseller") },
              { term: "Last sign-in", value: <TimeAgo value={last_sign_in_at} /> },
              { term: "Added", value: <TimeAgo value={created_at} /> },
            ]}
          />
          {may(principal, "audit:read") && (
            <p className="mt-2">
              <TextLink href={`/portal/audit?actor=${id}`}>What this user did</TextLink>
            </p>
          )}
        </Card>
        {mayWrite && (
          <EditUser
            key={user.version}
            user={user}
            roles={rolesWithin(principal, user)}
            post={saveUser.bind(null, id)}
          />
        )}
      </div>
    </>
  );
}
