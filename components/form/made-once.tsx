import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { ShownOnce } from "@/components/ui/shown-once";

/** What stands in place of the form once something with a secret was made. `children` say what the secret is good for. */
export const MadeOnce = ({
  title,
  label,
  secret,
  list,
  see,
  more,
  children,
}: {
  title: string;
  /** What the secret is: "password". */
  label: string;
  secret: string;
  /** Where Done leads. */
  list: string;
  see: { href: string; label: string };
  more?: ReactNode;
  children: ReactNode;
}) => (
  <Card title={title} className="max-w-xl">
    <ShownOnce label={label} value={secret}>
      {children}
    </ShownOnce>
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <LinkButton href={list} variant="primary">
        Done
      </LinkButton>
      <LinkButton href={see.href}>{see.label}</LinkButton>
      {more}
    </div>
  </Card>
);
