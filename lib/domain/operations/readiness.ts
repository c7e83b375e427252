import { isCurrent } from "@/db/doors";

export interface Readiness {
  status: "ok" | "unavailable";
  database: "ok" | "unreachable";
  migrations: "current" | "behind" | "unknown";
}

/** Whether this process can serve: a load balancer sends it requests only while it can. */
export async function readiness(): Promise<Readiness> {
  try {
    const current = await isCurrent();
    return { status: current ? "ok" : "unavailable", database: "ok", migrations: current ? "current" : "behind" };
  } catch {
    return { status: "unavailable", database: "unreachable", migrations: "unknown" };
  }
}
