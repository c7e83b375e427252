import type { Metadata } from "next";
import { BarePage } from "@/components/shell/bare-page";
import { announceSetup, isSetUp } from "@/lib/domain/setup/code";
import { answerMissing } from "../answer-missing";
import NotFound from "../not-found";
import { SetupForm } from "./form";

export const metadata: Metadata = { title: "Set up" };

/** The first start of an empty portal; nothing is here ever after. */
export default async function SetupPage() {
  if (await isSetUp()) {
    await answerMissing();
    return <NotFound />;
  }
  await announceSetup();
  return (
    <BarePage title="Set up Reseller Portal">
      <p className="text-muted">This makes your organisation and its first administrator: you.</p>
      <SetupForm />
    </BarePage>
  );
}
