"use client";

import { useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";
import { focusFirst, focusWithFaults } from "@/components/form/focus";
import { useHydrated } from "@/components/form/use-hydrated";
import { useGoingOn } from "@/components/ui/link";
import { type Step, stepNamed, stepOf, steps } from "./steps";

export interface Steps {
  step: Step;
  /** The heading of the step, which gets the focus when another step is shown. */
  heading: RefObject<HTMLHeadingElement | null>;
  go: (step: Step) => void;
  /** Shows the first step with any of these fields and puts the focus into the first of them there. */
  goTo: (names: readonly string[]) => void;
}

/** The step is in the address: Back leads to the one before, and a reload to the same. */
export function useSteps(): Steps {
  const asked = stepNamed(useSearchParams().get("step"));
  // What a form without scripts can save is its first step.
  const step = useHydrated() ? asked : "company";
  const heading = useRef<HTMLHeadingElement>(null);
  const goingOn = useGoingOn();
  const wanted = useRef<readonly string[]>([]);
  const shown = useRef(asked);

  useEffect(() => {
    if (shown.current === step || step !== asked) return;
    shown.current = step;
    const fields = wanted.current;
    wanted.current = [];
    if (!focusFirst(fields)) heading.current?.focus();
  }, [step, asked]);

  const go = (next: Step) => {
    // The second click of a double click comes before the step is drawn.
    const there = stepNamed(new URLSearchParams(location.search).get("step"));
    if (next !== there) window.history.pushState(null, "", goingOn(`?step=${next}`));
  };
  const goTo = (names: readonly string[]) => {
    const first = steps.find((one) => names.some((name) => stepOf(name) === one));
    if (first === step) focusWithFaults(names);
    else if (first) {
      wanted.current = names;
      go(first);
    }
  };
  return { step, heading, go, goTo };
}
