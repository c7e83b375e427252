import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** What a view is called, and whether colleagues have it, too. */
export const ViewFields = ({
  label,
  error,
  name,
  shared,
  onName,
  onShared,
}: {
  label: string;
  error: string | undefined;
  name: string;
  shared: boolean;
  onName: (name: string) => void;
  onShared: (shared: boolean) => void;
}) => (
  <>
    <Field label={label} required error={error}>
      {(control) => (
        <Input
          {...control}
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => onName(event.target.value)}
        />
      )}
    </Field>
    <Checkbox label="Share with the team" checked={shared} onChange={(event) => onShared(event.target.checked)} />
  </>
);
