"use client";

import { useFormContext } from "react-hook-form";
import { SelectField, TextField, useFault } from "@/components/form/fields";
import { controlId } from "@/components/form/names";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, type Option } from "@/components/ui/input";
import { ContrastCheck, SkinPreview } from "./preview";
import { type Colours, colourNames, isColour, type SkinValues } from "./values";

/** The fields of a skin, and what they make of a page, at once. */
export function SkinFields({ values, resellers }: { values: SkinValues; resellers?: readonly Option[] | undefined }) {
  const form = useFormContext<SkinValues>();
  const name = form.watch("name") ?? values.name;
  const logo = form.watch("logo") ?? values.logo;
  const colours: Colours = { ...values.colours, ...form.watch("colours") };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title="Skin">
        <div className="flex flex-col gap-3">
          <TextField
            name="name"
            label="Name"
            required
            autoComplete="off"
            hint="Customers are given skins by their names."
            defaultValue={values.name}
          />
          {resellers && (
            <SelectField
              name="reseller_id"
              label="Reseller"
              placeholder="None: for direct customers"
              options={resellers}
              defaultValue={values.reseller_id}
            />
          )}
          {colourNames.map((colour) => (
            <ColourField key={colour.name} {...colour} value={colours[colour.name]} first={values.colours} />
          ))}
          <LogoField logo={logo} />
        </div>
      </Card>
      <Card title="Preview" className="lg:sticky lg:top-16">
        <div className="flex flex-col gap-3">
          <SkinPreview name={name} colours={colours} logo={logo} />
          <ContrastCheck colours={colours} />
          <noscript>
            <Checkbox name="anyway" value="yes" label="Save it also where texts are hard to read" />
          </noscript>
        </div>
      </Card>
    </div>
  );
}

/** A colour by its code, or picked. */
function ColourField({
  name,
  label,
  hint,
  value,
  first,
}: {
  name: keyof Colours;
  label: string;
  hint: string;
  value: string;
  first: Colours;
}) {
  const { setValue } = useFormContext<SkinValues>();
  return (
    <div className="flex items-start gap-2">
      <input
        type="color"
        aria-label={`Pick ${label.toLowerCase()}`}
        value={isColour(value) ? value.toLowerCase() : "#000000"}
        onChange={(event) =>
          setValue(`colours.${name}`, event.target.value, { shouldDirty: true, shouldValidate: true })
        }
        className="mt-6 size-8 shrink-0 cursor-pointer rounded border"
      />
      <TextField
        className="grow"
        name={`colours.${name}`}
        label={label}
        required
        eager
        hint={hint}
        autoComplete="off"
        spellCheck={false}
        maxLength={7}
        defaultValue={first[name]}
      />
    </div>
  );
}

const MOST = 140_000;

/** The picture goes with the rest as text; without a script the form's own file does. */
function LogoField({ logo }: { logo: string }) {
  const { register, setValue, setError, clearErrors } = useFormContext<SkinValues>();
  const fault = useFault("logo", "Logo");
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST) {
      setError("logo", { type: "size", message: "must be at most 140 kB" });
      return;
    }
    clearErrors("logo");
    const reader = new FileReader();
    reader.onload = () => setValue("logo", String(reader.result), { shouldDirty: true });
    reader.readAsDataURL(file);
  };
  return (
    <>
      <input type="hidden" {...register("logo")} />
      <Field id={controlId("logo")} label="Logo" hint="PNG, JPEG, WebP or SVG, at most 140 kB." error={fault}>
        {(control) => (
          <Input
            {...control}
            type="file"
            name="file"
            accept="image/png,image/jpeg,image/webp,image/svg+xml"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      {logo !== "" && (
        <div>
          <Button size="sm" onClick={() => setValue("logo", "", { shouldDirty: true })}>
            Remove the logo
          </Button>
        </div>
      )}
    </>
  );
}
