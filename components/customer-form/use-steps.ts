"use client";

import { useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";
import { controlId } from "@/components/form/fields";
import { useHydrated } from "@/components/form/use-hydrated";
import { useGoingOn } from "@/components/ui/link";
import { type Step, stepNamed, stepOf } from "./steps";

export interface Steps {
  step: Step;
  /** The heading of the step, which gets the focus when another step is shown. */
  heading: RefObject<HTMLHeadingElement | null>;
  go: (step: Step) => void;
  /** Shows the step of that field and puts the focus into it. */
  goTo: (name: string) => void;
}

function focusField(name: string): boolean {
  const control = document.getElementById(controlId(name));
  control?.closest("details")?.setAttribute("open", "");
  control?.focus();
  return control !== null;
}

/** The step is in the address: Back leads to the one before, and a reload to the same. */
export function useSteps(): Steps {
  const asked = stepNamed(useSearchParams().get("step"));
  // What a form without scripts can save is its first step.
  const step = useHydrated() ? asked : "company";
  const heading = useRef<HTMLHeadingElement>(null);
  const goingOn = useGoingOn();
  const wanted = useRef<string>(undefined);
  const shown = useRef(asked);

  useEffect(() => {
    if (shown.current === step || step !== asked) return;
    shown.current = step;
    const field = wanted.current;
    wanted.current = undefined;
    if (!field || !focusField(field)) heading.current?.focus();
  }, [step, asked]);

  const go = (next: Step) => {
    // The second click of a double click comes before the step is drawn.
    const there = stepNamed(new URLSearchParams(location.search).get("step"));
    if (next !== there) window.history.pushState(null, "", goingOn(`?step=${next}`));
  };
  const goTo = (name: string) => {
    if (stepOf(name) === step) {
      focusField(name);
      return;
    }
    wanted.current = name;
    go(stepOf(name));
  };
  return { step, heading, go, goTo };
}
