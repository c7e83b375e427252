"use client";

import { useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";
import { controlId } from "@/components/form/fields";
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
  const step = stepNamed(useSearchParams().get("step"));
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef<string>(undefined);
  const shown = useRef(step);

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const field = wanted.current;
    wanted.current = undefined;
    if (!field || !focusField(field)) heading.current?.focus();
  }, [step]);

  const go = (next: Step) => {
    if (next !== step) window.history.pushState(null, "", `?step=${next}`);
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
