"use client";

import { useFormContext, useFormState } from "react-hook-form";
import { messageAt } from "@/components/form/problems";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/field";
import type { Permission } from "@/lib/core/scope";
import { rightsOf } from "./values";

/** What a key may do, of all that its maker may. */
export function PermissionPicker({
  offered,
  chosen,
}: {
  offered: readonly Permission[];
  /** Chosen from the first paint on. */
  chosen: readonly string[];
}) {
  const { register, setValue, control } = useFormContext<{ permissions: string[] }>();
  const { errors } = useFormState({ control, name: "permissions" });
  const choose = (permissions: readonly Permission[]) =>
    setValue("permissions", [...permissions], { shouldValidate: true });
  const box = (permission: Permission | undefined, label: string) =>
    permission && (
      <Checkbox
        aria-label={label}
        value={permission}
        defaultChecked={chosen.includes(permission)}
        {...register("permissions")}
      />
    );
  const fault = messageAt(errors, "permissions");
  return (
    <Fieldset legend="Permissions" error={fault && "Choose at least one permission."}>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => choose(offered)}>
          All
        </Button>
        <Button size="sm" onClick={() => choose(offered.filter((permission) => permission.endsWith(":read")))}>
          Read only
        </Button>
        <Button size="sm" onClick={() => choose([])}>
          None
        </Button>
      </div>
      <table className="w-full">
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className="text-left font-medium">
              Of
            </th>
            <th scope="col" className="w-16 text-center font-medium">
              Read
            </th>
            <th scope="col" className="w-16 text-center font-medium">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {rightsOf(offered).map(({ noun, label, read, write }) => (
            <tr key={noun} className="border-t">
              <th scope="row" className="py-1.5 text-left font-normal">
                {label}
              </th>
              <td>
                <div className="flex justify-center">{box(read, `Read: ${label}`)}</div>
              </td>
              <td>
                <div className="flex justify-center">{box(write, `Change: ${label}`)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fieldset>
  );
}
