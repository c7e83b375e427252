import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { softTone, type Tone } from "./tone";

const icons: Record<Tone, typeof Info> = {
  neutral: Info,
  accent: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

/** `live` for one that appears after the page did: it is read out. */
export function Alert({
  tone = "neutral",
  title,
  action,
  live = false,
  className,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  action?: ReactNode;
  live?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={cn("flex items-start gap-2 rounded-lg px-3 py-2.5", softTone[tone], className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 grow">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-text">{children}</div>}
      </div>
      {action}
    </div>
  );
}
