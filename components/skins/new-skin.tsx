"use client";

import { CreateForm } from "@/components/form/create-form";
import { faultsOf } from "@/components/form/use-contract-form";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import type { Option } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import { SkinFields } from "./skin-fields";
import { useContrastQuestion } from "./use-contrast-question";
import { newBodyOf, type SkinValues, startColours } from "./values";

const contracts = late(() => import("@/lib/api/portal/skins.contract"));

interface Made {
  id: string;
  name: string;
}

const check = async (values: SkinValues) => faultsOf((await contracts()).createSkin, newBodyOf(values));
const first: SkinValues = { name: "", reseller_id: "", colours: startColours, logo: "" };

export function NewSkin({
  resellers,
  post,
}: {
  resellers: readonly Option[] | undefined;
  post: Post<SkinValues, Made>;
}) {
  const router = useRouter();
  const question = useContrastQuestion();
  const posted = usePostedForm<SkinValues, Made>({
    values: first,
    check,
    ask: question.ask,
    save: async (filled) => call((await contracts()).createSkin, { body: newBodyOf(filled) }),
    onSaved: ({ name }) => {
      toast.success(`The skin ${name} was made`);
      router.push("/portal/skins");
    },
    post,
  });
  return (
    <>
      <CreateForm of={posted} failed="The skin was not made" cancel="/portal/skins" submit="Make skin">
        <SkinFields values={posted.values} resellers={resellers} />
      </CreateForm>
      {question.dialog}
    </>
  );
}
