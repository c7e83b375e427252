"use client";

import { useRouter } from "next/navigation";
import { FormProvider } from "react-hook-form";
import { faultsOf } from "@/components/form/use-contract-form";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import type { Option } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/call";
import { createSkin } from "@/lib/api/portal/skins.contract";
import { SkinFields } from "./skin-fields";
import { newBodyOf, type SkinValues, startColours } from "./values";

interface Made {
  id: string;
  name: string;
}

const check = (values: SkinValues) => faultsOf(createSkin, newBodyOf(values));
const first: SkinValues = { name: "", reseller_id: "", colours: startColours, logo: "" };

export function NewSkin({
  resellers,
  post,
}: {
  resellers: readonly Option[] | undefined;
  post: Post<SkinValues, Made>;
}) {
  const router = useRouter();
  const { form, bind, values, fault, pending, saved } = usePostedForm<SkinValues, Made>({
    values: first,
    check,
    save: (filled) => call(createSkin, { body: newBodyOf(filled) }),
    onSaved: ({ name }) => {
      toast.success(`The skin ${name} was made`);
      router.push("/portal/skins");
    },
    post,
  });
  return (
    <FormProvider {...form}>
      <form {...bind} className="flex flex-col gap-4">
        {fault && (
          <Alert tone="danger" title="The skin was not made" live>
            {fault}
          </Alert>
        )}
        <SkinFields values={values} resellers={resellers} />
        <div className="flex flex-wrap justify-end gap-2">
          <LinkButton href="/portal/skins">Cancel</LinkButton>
          <SubmitButton pending={pending || saved !== undefined}>Make skin</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
