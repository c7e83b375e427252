"use client";

import { Failure } from "@/components/shell/failure";
import "./globals.css";

/** Stands in for the root layout too, so it brings its own document; its colours follow the system. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Error · Reseller Portal</title>
      </head>
      <body>
        <Failure {...props} />
      </body>
    </html>
  );
}
