"use client";

import { useRouter } from "next/navigation";
import { CreateForm } from "@/components/form/create-form";
import { faultsOf } from "@/components/form/use-contract-form";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import type { Option } from "@/components/ui/input";
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
  const posted = usePostedForm<SkinValues, Made>({
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
    <CreateForm of={posted} failed="The skin was not made" cancel="/portal/skins" submit="Make skin">
      <SkinFields values={posted.values} resellers={resellers} />
    </CreateForm>
  );
}
