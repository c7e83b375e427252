"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** Pending while its form's action runs, or while `pending` says so. */
export function SubmitButton({ pending = false, variant = "primary", ...rest }: ComponentProps<typeof Button>) {
  const form = useFormStatus();
  return <Button type="submit" variant={variant} pending={pending || form.pending} {...rest} />;
}
