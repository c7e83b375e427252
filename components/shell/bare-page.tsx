import type { ReactNode } from "react";
import { Logo } from "./logo";

/** A page of one message or one form, outside the shell: sign-in, not found, errors. */
export function BarePage({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center bg-sunken px-4 py-10">
      <div className="flex w-full max-w-96 flex-col gap-4 rounded-lg border bg-raised p-6">
        <Logo className="size-8" />
        <h1 className="text-lg font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
}
