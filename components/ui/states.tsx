import CircleAlert from "lucide-react/icons/circle-alert";
import Inbox from "lucide-react/icons/inbox";
import Lock from "lucide-react/icons/lock";
import type { ReactNode } from "react";
import { LinkButton } from "./link-button";

interface StateProps {
  title: ReactNode;
  /** Why it is so, and what to do. */
  children?: ReactNode;
  /** The next step: a Button or LinkButton. */
  action?: ReactNode;
}

function State({ icon, title, children, action }: StateProps & { icon: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-10 text-center">
      <span aria-hidden className="flex size-9 items-center justify-center rounded-full bg-hover text-muted">
        {icon}
      </span>
      <div className="max-w-md">
        <div className="font-semibold">{title}</div>
        {children !== undefined && <div className="mt-1 text-muted">{children}</div>}
      </div>
      {action !== undefined && <div className="flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

export const EmptyState = ({ icon = <Inbox className="size-4" />, ...rest }: StateProps & { icon?: ReactNode }) => (
  <State icon={icon} {...rest} />
);

/** `reference` is what support can look up: a correlation id or an error's digest. */
export const ErrorState = ({ children, reference, ...rest }: StateProps & { reference?: string }) => (
  <div role="alert">
    <State icon={<CircleAlert className="size-4 text-danger" />} {...rest}>
      {children}
      {reference && (
        <p className="mt-2 text-xs">
          Reference <code className="rounded bg-hover px-1 py-0.5 font-mono text-text select-all">{reference}</code>
        </p>
      )}
    </State>
  </div>
);

/** `need` says what is missing in the reader's words: "add customers". */
export const NoPermission = ({
  need,
  action = <LinkButton href="/portal">Overview</LinkButton>,
}: {
  need: string;
  action?: ReactNode;
}) => (
  <State icon={<Lock className="size-4" />} title={<h1>Your role does not let you {need}</h1>} action={action}>
    Ask an administrator of your organisation to do it or to change your role.
  </State>
);
