import { Badge } from "@/components/ui/badge";
import type { ApiDocument, Schema } from "./document";
import { Prose } from "./prose";
import { constraints, type Member, membersOf, type Refs, resolved, typeText } from "./schema";

/** Beyond this a schema that holds itself would never end. */
const DEEPEST = 7;

/** Of what a caller sends it is told what must be there, of what it gets what may be missing. */
export type Side = "sent" | "got";

/** A schema to read: its members with types, rules and explanations; inner objects fold away. */
export function SchemaView({
  document,
  schema,
  side,
}: {
  document: Pick<ApiDocument, "components">;
  schema: Schema;
  side: Side;
}) {
  const refs = { document, root: schema };
  const members = membersOf(schema, refs);
  return (
    <div className="rounded-md border">
      <p className="px-3 py-1.5 text-xs text-muted">
        <TypeText schema={schema} refs={refs} />
      </p>
      {members.length > 0 && (
        <div className="border-t">
          <Members members={members} refs={refs} side={side} depth={0} />
        </div>
      )}
    </div>
  );
}

const TypeText = ({ schema, refs }: { schema: Schema; refs: Refs }) => (
  <span className="wrap-anywhere">{[typeText(schema, refs), ...constraints(schema, refs)].join(", ")}</span>
);

function Members({
  members,
  refs,
  side,
  depth,
}: {
  members: readonly Member[];
  refs: Refs;
  side: Side;
  depth: number;
}) {
  return (
    <ul className="divide-y">
      {members.map(({ name, schema, required }) => {
        const inner = depth < DEEPEST ? membersOf(schema, refs) : [];
        const { description, deprecated } = resolved(schema, refs);
        return (
          <li key={name} className="px-3 py-1.5">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <code className="font-mono text-xs font-medium wrap-anywhere">{name}</code>
              <span className="text-xs text-muted">
                <TypeText schema={schema} refs={refs} />
              </span>
              {side === "sent" && required && <Badge>required</Badge>}
              {side === "got" && !required && <Badge>may be missing</Badge>}
              {deprecated && <Badge tone="warning">deprecated</Badge>}
            </p>
            {description && (
              <p className="text-xs">
                <Prose text={description} />
              </p>
            )}
            {inner.length > 0 && (
              <details open={depth < 1} className="mt-1">
                <summary className="cursor-pointer rounded text-xs text-muted">{inner.length} members</summary>
                <div className="mt-1 rounded-md border">
                  <Members members={inner} refs={refs} side={side} depth={depth + 1} />
                </div>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
