import type { ReactNode } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { cn } from "@/components/ui/cn";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { UnplacedFaults } from "./unplaced-faults";
import type { usePostedForm } from "./use-posted-form";

const everything = () => true;

/** The form that makes something new: what is wrong stands above its fields, the buttons below them. */
export function CreateForm<V extends FieldValues, R>({
  of: { form, bind, fault, saved, pending },
  failed,
  cancel,
  submit,
  className,
  children,
}: {
  of: ReturnType<typeof usePostedForm<V, R>>;
  /** The title over what is wrong: "No key was made". */
  failed: string;
  /** Where Cancel leads. */
  cancel: string;
  /** The verb of the button. */
  submit: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <FormProvider {...form}>
      <form noValidate {...bind} className={cn("flex flex-col gap-4", className)}>
        {fault && (
          <Alert tone="danger" title={failed} live>
            {fault}
          </Alert>
        )}
        <UnplacedFaults counts={everything} />
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <LinkButton href={cancel}>Cancel</LinkButton>
          {/* Until the page of what was made is there, too. */}
          <SubmitButton pending={pending || saved !== undefined}>{submit}</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
