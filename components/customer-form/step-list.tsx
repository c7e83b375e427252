"use client";

import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import { cn } from "@/components/ui/cn";
import { follow } from "@/components/ui/follow";
import { Link } from "@/components/ui/link";
import { type Step, stepLabels, steps } from "./steps";

const badge = "flex size-5 shrink-0 items-center justify-center rounded-full border text-xs tabular-nums";

function Mark({ at, state }: { at: number; state: "wrong" | "done" | "open" }) {
  if (state === "wrong") {
    return <CircleAlert role="img" aria-label="needs attention" className="size-5 shrink-0 text-danger" />;
  }
  if (state === "done") {
    return (
      <span className={cn(badge, "border-transparent bg-accent-fill text-on-fill")}>
        <Check role="img" aria-label="done" className="size-3" />
      </span>
    );
  }
  return (
    <span aria-hidden className={badge}>
      {at + 1}
    </span>
  );
}

/** The steps as links, so that each has an address and Back leads to the one before. */
export function StepList({
  current,
  wrong,
  passed,
  onGo,
}: {
  current: Step;
  wrong: ReadonlySet<Step>;
  /** Those that were gone through with nothing wrong in them. */
  passed: ReadonlySet<Step>;
  onGo: (step: Step) => void;
}) {
  return (
    <nav aria-label="Steps">
      <ol className="flex gap-1 overflow-x-auto lg:flex-col">
        {steps.map((step, at) => (
          <li key={step} className="shrink-0">
            <Link
              href={`?step=${step}`}
              aria-current={step === current ? "step" : undefined}
              onNavigate={follow(step, () => onGo(step))}
              className={cn(
                "flex h-9 items-center gap-2 rounded-md px-2 -outline-offset-2 pointer-coarse:h-11",
                step === current ? "bg-hover font-medium" : "text-muted hover:text-text",
              )}
            >
              <Mark
                at={at}
                state={wrong.has(step) ? "wrong" : passed.has(step) && step !== current ? "done" : "open"}
              />
              <span className={step === current ? undefined : "max-sm:sr-only"}>{stepLabels[step]}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
