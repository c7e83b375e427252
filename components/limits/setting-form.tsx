"use client";

import { useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import { useUnsaved } from "@/components/form/use-unsaved";
import { ValueConflict } from "@/components/form/value-conflict";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/choice";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { Setting } from "@/lib/api/portal/limits.contract";
import { type Control, controlOf, textOf, type ValueSchema, valueFrom } from "./control";

const contracts = late(() => import("@/lib/api/portal/limits.contract"));

const NONE: Setting["value"] = null;

/** One setting of the registry, whatever its type. */
export function SettingForm({
  customerId,
  setting: first,
  schema,
  mayWrite,
}: {
  customerId: string;
  setting: Setting;
  schema: ValueSchema;
  mayWrite: boolean;
}) {
  const router = useRouter();
  const [setting, setSetting_] = useState(first);
  const control = controlOf(schema);
  const [text, setText] = useState(textOf(control, first.value));
  const [fault, setFault] = useState<string>();
  useUnsaved(() => text !== textOf(control, setting.value));
  const [removing, setRemoving] = useState(false);
  const params = { customer_id: customerId, name: first.name };

  const show = (saved: Setting) => {
    setSetting_(saved);
    setText(textOf(control, saved.value));
  };
  const guarded = useGuarded<Setting, unknown>({
    save: async (value, version) =>
      value === NONE
        ? call((await contracts()).removeSetting, { params, ifMatch: version })
        : // What a control gives is a JSON value.
          call((await contracts()).setSetting, { params, body: { value: value as string }, ifMatch: version }),
    load: async () => call((await contracts()).showSetting, { params }),
    versionOf: ({ version }) => version,
    onSaved: (saved) => {
      show(saved);
      setRemoving(false);
      toast.success(saved.set ? `${saved.title} was saved` : `${saved.title} was removed`);
      router.refresh();
    },
  });
  const { conflict } = guarded;
  const said = (value: unknown) => (value === NONE ? "Not set" : textOf(control, value));

  return (
    <>
      <form
        noValidate
        className="flex flex-col gap-2 py-3"
        onSubmit={(event) => {
          event.preventDefault();
          const value = valueFrom(control, text);
          setFault(value === undefined ? "This is not a value of this setting." : undefined);
          if (value !== undefined) guarded.write(value, setting.version);
        }}
      >
        <Field
          label={setting.title}
          required
          hint={
            <>
              {setting.help} {setting.unit && `In ${setting.unit}.`} {!setting.set && setting.when_unset}
            </>
          }
          error={fault ?? guarded.fault}
        >
          {(wired) => <ControlInput control={control} text={text} onText={setText} disabled={!mayWrite} {...wired} />}
        </Field>
        {mayWrite && (
          <div className="flex gap-2">
            <SubmitButton pending={guarded.pending} variant="secondary">
              Save
            </SubmitButton>
            {setting.set && (
              <Button variant="ghost" disabled={guarded.pending} onClick={() => setRemoving(true)}>
                Remove
              </Button>
            )}
          </div>
        )}
      </form>
      <ConfirmDialog
        open={removing && !conflict}
        onClose={() => setRemoving(false)}
        title={`Remove ${setting.title.toLowerCase()}?`}
        confirmLabel="Remove the value"
        onConfirm={() => guarded.write(NONE, setting.version)}
        error={guarded.fault}
      >
        <p>
          The value {said(setting.value)} goes. {setting.when_unset}
        </p>
      </ConfirmDialog>
      {conflict && (
        <ValueConflict
          what={setting.title.toLowerCase()}
          theirs={said(conflict.theirs.value)}
          mine={said(conflict.mine)}
          pending={guarded.pending}
          onMine={conflict.keepMine}
          onTheirs={() => {
            show(conflict.theirs);
            setRemoving(false);
            conflict.keepTheirs();
          }}
        />
      )}
    </>
  );
}

function ControlInput({
  control,
  text,
  onText,
  ...rest
}: {
  control: Control;
  text: string;
  onText: (text: string) => void;
  id: string;
  disabled: boolean;
}) {
  const follow = (event: { target: { value: string } }) => onText(event.target.value);
  if (control.kind === "switch") {
    return <Switch {...rest} checked={text === "true"} onChange={(event) => onText(String(event.target.checked))} />;
  }
  if (control.kind === "choice") {
    const options = control.options.map((value) => ({ value, label: value }));
    return <Select {...rest} value={text} onChange={follow} options={options} placeholder="Not set" />;
  }
  if (control.kind === "json") return <Textarea {...rest} value={text} onChange={follow} spellCheck={false} />;
  if (control.kind === "text") return <Input {...rest} value={text} onChange={follow} maxLength={control.maxLength} />;
  const { min, max, step } = control;
  return <Input {...rest} type="number" value={text} onChange={follow} min={min} max={max} step={step} />;
}
