import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import { type ApiDocument, type Media, type Operation, schemaOf } from "./document";
import { Prose } from "./prose";
import { constraints, typeText } from "./schema";
import { SchemaView, type Side } from "./schema-view";

interface Part {
  document: ApiDocument;
  operation: Operation;
}

export function Parameters({ document, operation: { parameters = [] } }: Part) {
  if (parameters.length === 0) return null;
  return (
    <Card title="Parameters">
      <Table label="All parameters">
        <TableHead>
          <HeadCell>Name</HeadCell>
          <HeadCell>In</HeadCell>
          <HeadCell>Type</HeadCell>
          <HeadCell>Meaning</HeadCell>
        </TableHead>
        <TableBody>
          {parameters.map((parameter) => {
            const { name, in: place, required, description } = parameter;
            const schema = schemaOf(parameter);
            const refs = { document, root: schema };
            return (
              <Row key={`${place} ${name}`}>
                <RowHead>
                  <code className="font-mono text-xs">{name}</code> {required && <Badge>required</Badge>}
                </RowHead>
                <Cell>{place}</Cell>
                <Cell className="min-w-48">{[typeText(schema, refs), ...constraints(schema, refs)].join(", ")}</Cell>
                <Cell className="min-w-48">
                  <Prose text={description ?? schema.description ?? ""} />
                </Cell>
              </Row>
            );
          })}
        </TableBody>
      </Table>
    </Card>
  );
}

export function RequestBody({ document, operation: { requestBody } }: Part) {
  if (!requestBody) return null;
  const media = Object.entries(requestBody.content);
  const [first] = media;
  if (!first) return null;
  return (
    <Card title="Body" description={media.map(([type]) => type).join(" or ")}>
      <MediaView document={document} media={first[1]} side="sent" of="body" />
    </Card>
  );
}

const toneOf = (status: string): Tone => (status < "400" ? "success" : status < "500" ? "warning" : "danger");

export const Responses = ({ document, operation: { responses } }: Part) => (
  <Card title="Answers">
    <ul className="flex flex-col gap-2">
      {Object.entries(responses).map(([status, { description, content = {} }]) => {
        const [first] = Object.entries(content);
        return (
          <li key={status}>
            <details open={status < "400"} className="rounded-md border px-3 py-2">
              <summary className="cursor-pointer rounded">
                <Badge tone={toneOf(status)}>{status}</Badge> {description}
                {first && <span className="ml-2 text-xs text-muted">{first[0]}</span>}
              </summary>
              {first && (
                <div className="mt-2">
                  <MediaView document={document} media={first[1]} side="got" of={`answer ${status}`} />
                </div>
              )}
            </details>
          </li>
        );
      })}
    </ul>
  </Card>
);

/** Failures share one schema, shown with the surface: here their examples tell more. */
function MediaView({
  document,
  media,
  side,
  of,
}: {
  document: ApiDocument;
  media: Media;
  side: Side;
  /** What it is the content of, to tell examples apart. */
  of: string;
}) {
  const examples = Object.entries(media.examples ?? {});
  const isFailure = media.schema.$ref === "#/components/schemas/Failure";
  return (
    <div className="flex flex-col gap-3">
      {!isFailure && <SchemaView document={document} schema={media.schema} side={side} />}
      {examples.map(([name, { summary, value }], index) => {
        const label = summary ?? (examples.length > 1 ? `Example ${index + 1}` : "Example");
        return (
          <div key={name}>
            <h3 className="mb-1 text-xs font-medium text-muted">{label}</h3>
            <CodeBlock
              label={`${label} of ${of}`}
              value={typeof value === "string" ? value : JSON.stringify(value, null, 2)}
            />
          </div>
        );
      })}
    </div>
  );
}
