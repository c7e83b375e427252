"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { config } from "zod/v4/core";
import { Toasts } from "@/components/ui/toasts";

// The content security policy forbids eval, and zod would try it. The server has no such policy and keeps the speed.
if (typeof window !== "undefined") config({ jitless: true });

const statusOf = (error: unknown) =>
  typeof error === "object" && error !== null && "status" in error ? Number(error.status) : undefined;

/** An answer below 500 is the same however often one asks. */
function worthAnotherTry(failures: number, error: unknown) {
  const status = statusOf(error);
  return failures < 2 && (status === undefined || status >= 500);
}

// A call without a connection fails and says so; it does not wait, unseen, to be made later.
const networkMode = "always";

const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: worthAnotherTry, networkMode, refetchOnReconnect: true },
      mutations: { networkMode },
    },
  });

/** What the client leaves of every page stand in. `nonce` is for the script that sets the theme before the first paint. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      <QueryClientProvider client={queryClient}>
        {children}
        <Toasts />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
