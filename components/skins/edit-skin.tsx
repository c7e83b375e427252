"use client";

import dynamic from "next/dynamic";
import { useActionState, useState } from "react";
import { FormProvider } from "react-hook-form";
import { placeProblem } from "@/components/form/problems";
import { faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { useGuarded } from "@/components/form/use-guarded";
import type { Post } from "@/components/form/use-posted-form";
import { useUnsaved } from "@/components/form/use-unsaved";
import { ValueConflict } from "@/components/form/value-conflict";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import { SkinPreview } from "./preview";
import { SkinFields } from "./skin-fields";
import { useContrastQuestion } from "./use-contrast-question";
import { changeOf, type SkinValues } from "./values";

const RemoveSkin = dynamic(() => import("./remove-skin"), { ssr: false });

const contracts = late(() => import("@/lib/api/portal/skins.contract"));

const check = async (values: SkinValues) => faultsOf((await contracts()).changeSkin, changeOf(values));

/** Changes a skin, or does away with it. */
export function EditSkin({
  id,
  version,
  first,
  post,
}: {
  id: string;
  version: number;
  first: SkinValues;
  post: Post<SkinValues>;
}) {
  const router = useRouter();
  const params = { id };
  const [posted, action] = useActionState(post, { values: first, faults: {} });
  const [removing, setRemoving] = useState(false);
  const form = useContractForm<SkinValues>(check, { defaultValues: posted.values, faults: posted.faults });
  const done = (said: string) => {
    toast.success(said);
    router.push("/portal/skins");
    router.refresh();
  };
  const guarded = useGuarded<SkinValues & { version: number }, SkinValues>({
    save: async (values, ifMatch) => call((await contracts()).changeSkin, { params, body: changeOf(values), ifMatch }),
    load: async () => call((await contracts()).showSkin, { params }),
    versionOf: (saved) => saved.version,
    onSaved: ({ name }) => done(`The skin ${name} was saved`),
    onFault: (error) => void placeProblem(form, error),
  });
  const question = useContrastQuestion();
  useUnsaved(() => JSON.stringify(changeOf(form.getValues())) !== JSON.stringify(changeOf(first)));
  const { conflict } = guarded;
  const unsaved = guarded.fault ?? posted.faults[""];
  return (
    <FormProvider {...form}>
      <form
        noValidate
        action={action}
        onSubmit={form.handleSubmit(async (values) => {
          if (await question.ask(values)) await guarded.write(values, version);
        })}
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="version" value={version} />
        {unsaved && (
          <Alert tone="danger" title="The skin was not saved" live>
            {unsaved}
          </Alert>
        )}
        <SkinFields values={posted.values} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="danger" className="mr-auto" onClick={() => setRemoving(true)}>
            Remove…
          </Button>
          <LinkButton href="/portal/skins">Cancel</LinkButton>
          <SubmitButton pending={guarded.pending}>Save</SubmitButton>
        </div>
      </form>
      {question.dialog}
      {removing && (
        <RemoveSkin
          id={id}
          name={first.name}
          version={version}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            setRemoving(false);
            done(`The skin ${first.name} was removed`);
          }}
        />
      )}
      {conflict && (
        <ValueConflict
          what="this skin"
          theirs={<SkinPreview {...changeOf(conflict.theirs)} />}
          mine={<SkinPreview {...changeOf(conflict.mine)} />}
          pending={guarded.pending}
          onMine={conflict.keepMine}
          onTheirs={() => {
            form.reset(changeOf(conflict.theirs));
            conflict.keepTheirs();
            router.refresh();
          }}
        />
      )}
    </FormProvider>
  );
}
