"use client";

import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Menu, MenuItem } from "@/components/ui/menu";

const themes = [
  { name: "system", label: "As the system", Icon: Monitor },
  { name: "light", label: "Light", Icon: Sun },
  { name: "dark", label: "Dark", Icon: Moon },
];

const never = () => () => {};

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  // The server does not know the choice, so the mark may only appear once the page is alive.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Menu
      label="Theme"
      trigger={
        <>
          <Sun aria-hidden className="size-4 dark:hidden" />
          <Moon aria-hidden className="hidden size-4 dark:block" />
        </>
      }
    >
      {themes.map(({ name, label, Icon }) => (
        <MenuItem
          key={name}
          icon={<Icon aria-hidden className="size-4" />}
          checked={alive && theme === name}
          onSelect={() => setTheme(name)}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
