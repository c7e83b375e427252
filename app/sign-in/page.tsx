import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BarePage } from "@/components/shell/bare-page";
import { localPath } from "@/lib/auth/local-path";
import { leaveForSetup, visitor } from "@/lib/auth/page";
import { SignInForm } from "./form";

export const metadata: Metadata = { title: "Sign in" };

/** `next` is ours, `callbackUrl` next-auth's name for the same. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; callbackUrl?: string | string[] }>;
}) {
  const { next, callbackUrl } = await searchParams;
  const path = localPath(next ?? callbackUrl);
  if (await visitor()) redirect(path);
  await leaveForSetup();
  return (
    <BarePage title="Sign in to Reseller Portal">
      <SignInForm next={path} />
      <p className="text-xs text-muted">
        Forgotten the password? An administrator of your organisation can give you a new one.
      </p>
    </BarePage>
  );
}
