import type { Metadata } from "next";
import { ChangePassword } from "@/components/account/change-password";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { roleHints } from "@/components/users/values";
import { currentUser } from "@/lib/auth/page";
import { changePassword } from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { name, email, role, roleName, cspName, reseller, choices } = await currentUser();
  return (
    <>
      <PageHeader title="Your account" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="You">
          <DescriptionList
            items={[
              { term: "Name", value: name },
              { term: "E-mail", value: email },
              { term: "Role", value: `${roleName}: ${roleHints[role]}` },
              { term: "Belongs to", value: choices.length > 0 ? cspName : reseller?.name },
            ]}
          />
        </Card>
        <Card title="Password">
          <ChangePassword post={changePassword} />
        </Card>
      </div>
    </>
  );
}
