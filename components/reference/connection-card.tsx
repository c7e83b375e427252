import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import type { ApiDocument, SecurityScheme } from "./document";
import { Prose } from "./prose";
import { SchemaView } from "./schema-view";

function credentials({ type, scheme, in: where, name, description, flows }: SecurityScheme): string {
  if (type === "oauth2")
    return `A token from ${flows?.clientCredentials?.tokenUrl ?? "the token endpoint"}, made with a key`;
  if (type === "http" && scheme === "basic") return description ?? "Name and password (Basic)";
  if (type === "http") return "A key: `Authorization: Bearer KEY`";
  return where === "cookie" ? "The session of whoever is signed in" : `A key in the header \`${name}\``;
}

/** Address and credentials: what a program needs before its first call. */
export function ConnectionCard({ document, address }: { document: ApiDocument; address: string }) {
  const { Failure } = document.components.schemas;
  return (
    <Card title="Connection" className="lg:sticky lg:top-16">
      <h3 className="font-medium">Address</h3>
      <CopyId value={address} label="address" />
      <h3 className="mt-2 font-medium">Credentials</h3>
      <ul className="flex flex-col gap-1">
        {Object.entries(document.components.securitySchemes).map(([name, scheme]) => (
          <li key={name}>
            <Prose text={credentials(scheme)} />
          </li>
        ))}
      </ul>
      {Failure && (
        <>
          <h3 className="mt-2 mb-1 font-medium">Failures</h3>
          <SchemaView document={document} schema={Failure} side="got" />
        </>
      )}
    </Card>
  );
}
