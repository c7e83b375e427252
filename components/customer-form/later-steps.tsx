"use client";

import { AgreementStep } from "./agreement-step";
import { MarginsStep } from "./margins-step";
import { ProvidersStep } from "./providers-step";
import type { ReviewProps } from "./review-step";
import { ReviewStep } from "./review-step";
import type { Step } from "./steps";

export { check } from "./check";
export { whereWritten } from "./raw";

/** The steps after company and contact, and the rules of all of them: fetched when somebody begins to fill in. */
export default function LaterSteps({ step, ...props }: ReviewProps & { step: Step }) {
  if (step === "providers") return <ProvidersStep providers={props.providers} />;
  if (step === "margins") return <MarginsStep providers={props.providers} />;
  if (step === "agreement") return <AgreementStep providers={props.providers} />;
  return step === "review" ? <ReviewStep {...props} /> : null;
}
