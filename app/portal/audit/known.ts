import type { Known } from "@/components/activity/things";
import { currentUser } from "@/lib/auth/page";

/** What whoever looks at the page knows of what its entries refer to. */
export const knownFrom = async (names: Readonly<Record<string, string>>): Promise<Known> => ({
  names: new Map(Object.entries(names)),
  resellers: (await currentUser()).choices.length > 0,
});
