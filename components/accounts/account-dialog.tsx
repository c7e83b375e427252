"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { whereWritten } from "@/components/customer-form/raw";
import { placeProblem } from "@/components/form/problems";
import { UnplacedFaults } from "@/components/form/unplaced-faults";
import { useGuarded } from "@/components/form/use-guarded";
import { mayLeave, useUnsaved } from "@/components/form/use-unsaved";
import { ValueConflict } from "@/components/form/value-conflict";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call } from "@/lib/api/call";
import { type Account, showAccount } from "@/lib/api/portal/accounts.contract";

export interface AccountPlace {
  customer_id: string;
  provider_id: string;
}

const everything = () => true;

/**
 * A form about one account, in a dialog; the names of its fields begin with `account`. It writes over the version that was seen, and shows both versions where somebody
 * else was faster.
 */
export function AccountDialog<V extends FieldValues>({
  title,
  description,
  confirm,
  form,
  place,
  version,
  save,
  inWords,
  mine,
  saved,
  onClose,
  children,
}: {
  title: string;
  description?: ReactNode;
  /** The verb of the button. */
  confirm: string;
  form: UseFormReturn<V>;
  place: AccountPlace;
  version: number;
  save: (values: V, version: number) => Promise<Account>;
  /** What an account holds of what is edited here. */
  inWords: (account: Account) => ReactNode;
  /** The same of what is filled in. */
  mine: (values: V) => ReactNode;
  /** What the toast says. */
  saved: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const router = useRouter();
  const guarded = useGuarded<Account, V>({
    save,
    load: () => call(showAccount, { params: place }),
    versionOf: (account) => account.version,
    onSaved: (account) => {
      onClose();
      toast.success(saved, { description: account.provider.name });
      router.refresh();
    },
    onFault: (error) => void placeProblem(form, error, "account.", (faults) => whereWritten(form.getValues(), faults)),
  });
  const { conflict } = guarded;
  const { getValues } = form;
  const first = useRef<string>(undefined);
  useEffect(() => {
    first.current = JSON.stringify(getValues());
  }, [getValues]);
  useUnsaved(() => JSON.stringify(getValues()) !== first.current);
  if (conflict) {
    return (
      <ValueConflict
        what="this account"
        theirs={inWords(conflict.theirs)}
        mine={mine(conflict.mine)}
        pending={guarded.pending}
        onMine={conflict.keepMine}
        onTheirs={() => {
          onClose();
          router.refresh();
        }}
      />
    );
  }
  return (
    <Dialog
      open
      size="lg"
      busy={guarded.pending}
      mayClose={mayLeave}
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose} disabled={guarded.pending}>
            Cancel
          </Button>
          <Button type="submit" form={id} variant="primary" pending={guarded.pending}>
            {confirm}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          id={id}
          noValidate
          className="flex flex-col gap-4"
          onSubmit={form.handleSubmit(() => guarded.write(form.getValues(), version))}
        >
          <UnplacedFaults counts={everything} />
          {guarded.fault && (
            <Alert tone="danger" live>
              {guarded.fault}
            </Alert>
          )}
          {children}
        </form>
      </FormProvider>
    </Dialog>
  );
}
