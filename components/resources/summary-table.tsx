import { Badge } from "@/components/ui/badge";
import { formatBytes, formatNumber } from "@/components/ui/format";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { GIGABYTE, type ResourceKind } from "@/lib/core/resources";
import { kindLabels, kinds } from "./kinds";
import { type ResourceView, resourceHref } from "./view";

interface Amount {
  count: number;
  gb: number | null;
}

/** What one project, one provider or all of them run: a sum in each column. */
export interface Sums {
  kinds: Record<ResourceKind, Amount>;
  storage: { bytesUsed: number; objectCount: number };
}

export interface ProviderSums extends Sums {
  id: string;
  name: string;
  projects: (Sums & { id: string; name: string; shared: boolean })[];
}

const sizeText = (gb: number) => formatBytes(gb * GIGABYTE, "decimal");

function Figures({ sums, href }: { sums: Sums; href?: (kind: (typeof kinds)[number]) => string }) {
  return kinds.map((kind) => {
    if (kind === "object_storage") {
      const { bytesUsed, objectCount } = sums.storage;
      return (
        <Cell key={kind} numeric>
          {bytesUsed === 0 && objectCount === 0 ? (
            <Nothing />
          ) : (
            <span title={`${formatNumber(objectCount)} objects`}>{formatBytes(bytesUsed, "decimal")}</span>
          )}
        </Cell>
      );
    }
    const { count, gb } = sums.kinds[kind];
    return (
      <Cell key={kind} numeric>
        {count === 0 ? (
          <Nothing />
        ) : (
          <>
            {href ? (
              <TextLink href={href(kind)} scroll={false} className="no-underline! hover:underline!">
                {formatNumber(count)}
              </TextLink>
            ) : (
              formatNumber(count)
            )}
            {gb !== null && <span className="block text-xs text-muted">{sizeText(gb)}</span>}
          </>
        )}
      </Cell>
    );
  });
}

const Nothing = () => <span className="text-muted">0</span>;

/** Provider → project → kind, with counts and sizes that add up downwards. */
export function SummaryTable({
  providers,
  total,
  path,
  view,
}: {
  providers: readonly ProviderSums[];
  total: Sums;
  path: string;
  view: ResourceView;
}) {
  const rows = providers.flatMap((provider) => [
    { key: provider.id, sums: provider as Sums, name: provider.name, isProvider: true, shared: false },
    ...provider.projects.map((project) => ({
      key: project.id,
      sums: project as Sums,
      name: project.name || "(no name)",
      isProvider: false,
      shared: project.shared,
    })),
  ]);
  return (
    <Table label="Resources by provider and project">
      <TableHead>
        <HeadCell>Provider, project</HeadCell>
        {kinds.map((kind) => (
          <HeadCell key={kind} numeric className="h-10! min-w-20 px-2! whitespace-normal! pr-3!">
            {kindLabels[kind]}
          </HeadCell>
        ))}
      </TableHead>
      <TableBody>
        {rows.map(({ key, sums, name, isProvider, shared }) => (
          <Row key={key} className={isProvider ? "font-medium" : undefined}>
            <RowHead className={isProvider ? undefined : "pl-8! font-normal!"}>
              <span className="flex items-center gap-2 whitespace-nowrap">
                {isProvider ? (
                  name
                ) : (
                  <TextLink
                    href={resourceHref(path, view, { project: key })}
                    scroll={false}
                    title={name}
                    className="max-w-48 truncate"
                  >
                    {name}
                  </TextLink>
                )}
                {shared && <Badge>Shared with it</Badge>}
              </span>
            </RowHead>
            <Figures
              sums={sums}
              href={isProvider ? undefined : (kind) => resourceHref(path, view, { project: key, kind })}
            />
          </Row>
        ))}
        <Row className="bg-sunken font-semibold">
          <RowHead>All providers</RowHead>
          <Figures sums={total} href={(kind) => resourceHref(path, view, { project: undefined, kind })} />
        </Row>
      </TableBody>
    </Table>
  );
}
