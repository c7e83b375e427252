"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import Info from "lucide-react/icons/info";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";

export function MovingParts() {
  const [open, setOpen] = useState<"form" | "question">();
  const close = () => setOpen(undefined);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button pending variant="primary">
        Saving
      </Button>
      <Button onClick={() => setOpen("form")}>Dialog</Button>
      <Button variant="danger" onClick={() => setOpen("question")}>
        Confirm
      </Button>
      <Menu label="Actions" trigger={<Ellipsis aria-hidden className="size-4" />}>
        <MenuLabel>Customer</MenuLabel>
        <MenuItem onSelect={() => toast.info("Edit was chosen")}>Edit</MenuItem>
        <MenuItem href="/portal/kit">Open</MenuItem>
        <MenuItem disabled>Restore</MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={() => setOpen("question")}>
          Delete
        </MenuItem>
      </Menu>
      <Popover label="Columns" trigger="Columns" variant="secondary" align="start">
        <p>A box of anything.</p>
      </Popover>
      <Tooltip text="The plan allows 40; the customer's own limit is lower.">
        <Button
          variant="ghost"
          size="icon"
          aria-label="Why this limit"
          icon={<Info aria-hidden className="size-4" />}
        />
      </Tooltip>
      <Button onClick={() => toast.success("Limit saved", { description: "Effective: 30 concurrent jobs." })}>
        Toast
      </Button>
      <Button
        onClick={() => toast.error("Limit not saved", { description: "The plan allows at most 40. Enter 40 or less." })}
      >
        Failure toast
      </Button>

      <Dialog
        open={open === "form"}
        onClose={close}
        title="Concurrency limit"
        description="How many jobs run at once."
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Save
            </Button>
          </>
        }
      >
        <Field label="Own limit" hint="Empty: the plan's limit holds.">
          {(control) => <Input {...control} type="number" min={0} defaultValue={30} />}
        </Field>
      </Dialog>
      <ConfirmDialog
        open={open === "question"}
        onClose={close}
        title="Delete Aurora Logistics GmbH?"
        consequences={[
          { count: 124, label: "servers keep running at OpenStack" },
          { count: 2, label: "provider accounts are closed here" },
        ]}
        typeToConfirm="Aurora"
        confirmLabel="Delete customer"
        onConfirm={async () => {
          await new Promise((resolve) => setTimeout(resolve, 800));
          close();
          toast.success("Customer deleted", { description: "It can be restored for 30 days." });
        }}
      >
        <p>It can be restored for 30 days.</p>
      </ConfirmDialog>
    </div>
  );
}
