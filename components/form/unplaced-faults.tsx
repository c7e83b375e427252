"use client";

import { useEffect, useState } from "react";
import { useFormContext, useFormState } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { controlId, sentence } from "./names";
import { messageAt, namesIn } from "./problems";

/** What is wrong with something that this part of the form shows no field for: said above it, so that it is not lost. */
export function UnplacedFaults({ counts }: { counts: (name: string) => boolean }) {
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const [names, setNames] = useState("");
  const wrong = namesIn(errors).filter(counts).join(" ");
  useEffect(() => {
    const unplaced = wrong.split(" ").filter((name) => name && !document.getElementById(controlId(name)));
    setNames(unplaced.join(" "));
  }, [wrong]);
  if (names === "") return null;
  return (
    <Alert tone="danger" live>
      <ul>
        {names.split(" ").map((name) => (
          <li key={name}>{sentence(name, messageAt(errors, name) ?? "")}</li>
        ))}
      </ul>
    </Alert>
  );
}
