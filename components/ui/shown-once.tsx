import type { ReactNode } from "react";
import { Alert } from "./alert";
import { CodeBlock } from "./code-block";

/** A secret that nobody can show again. `children` say what it is good for. */
export const ShownOnce = ({ label, value, children }: { label: string; value: string; children: ReactNode }) => (
  <div className="flex flex-col gap-3">
    <Alert tone="warning" live title="Copy it now: it is shown this once">
      {children}
    </Alert>
    <CodeBlock label={label} value={value} />
  </div>
);
