"use client";

import { SubmitButton } from "@/components/ui/submit-button";

/** Back to the same page for another reseller, or for all with an empty `id`. */
export const LookAt = ({
  id,
  action,
  primary = false,
  children,
}: {
  id: string;
  action: (form: FormData) => Promise<void>;
  primary?: boolean;
  children: string;
}) => (
  <form
    action={async (form) => {
      await action(form).catch(() => undefined);
      // Whole: for the same address Next would keep showing what it did not find before.
      location.reload();
    }}
  >
    <input type="hidden" name="reseller" value={id} />
    <SubmitButton variant={primary ? "primary" : "secondary"}>{children}</SubmitButton>
  </form>
);
