"use client";

import { referenceOf } from "@/components/shell/failure";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

export default function PortalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorState
      title="This page could not be shown"
      reference={referenceOf(error)}
      action={
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      <p>Something went wrong on our side. Nothing that you saved before is lost.</p>
    </ErrorState>
  );
}
