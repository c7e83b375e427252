import type { Metadata } from "next";

export const metadata: Metadata = { title: "Not found" };

export { Missing as default } from "../missing";
