"use client";

import UserCog from "lucide-react/icons/user-cog";
import { LinkButton } from "@/components/ui/link-button";

/** In the account's popover, which the way to the next page also closes. */
export const AccountLink = () => (
  <LinkButton
    href="/portal/account"
    variant="ghost"
    className="w-full justify-start!"
    icon={<UserCog aria-hidden className="size-4" />}
    onClick={(event) => event.currentTarget.closest<HTMLElement>(":popover-open")?.hidePopover()}
  >
    Your account
  </LinkButton>
);
