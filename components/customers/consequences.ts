import { kindCount, kinds } from "@/components/resources/kinds";
import { type Consequence, counted } from "@/components/ui/consequence";

/** What stands to be taken away, or goes on, when customers are deleted or disabled. */
export interface Stake {
  running: readonly Running[];
  keys: number;
  domains: number;
  accounts: number;
  /** Of many: resellers' own accounts, which stay. */
  kept?: number;
}

interface Running {
  provider: { id: string; name: string };
  kind: string;
  count: number;
}

/** What keeps running at each provider: how much of it in all, and of each kind. */
export function runningAt(running: readonly Running[]): Consequence[] {
  const providers = new Map(running.map(({ provider }) => [provider.id, provider.name]));
  return [...providers].flatMap(([id, name]) => {
    const here = running.filter(({ provider }) => provider.id === id);
    const count = here.reduce((sum, one) => sum + one.count, 0);
    const told = kinds.flatMap((kind) => {
      const ofKind = here.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0);
      return ofKind === 0 ? [] : kindCount(kind, ofKind);
    });
    const what = `running at ${name}: ${told.join(", ")}`;
    return counted(count, `keeps ${what}`, `keep ${what}`);
  });
}

export const ofDeletion = ({ running, keys, domains, accounts, kept = 0 }: Stake): Consequence[] => [
  ...runningAt(running),
  ...counted(accounts, "provider account vanishes from the portal", "provider accounts vanish from the portal"),
  ...counted(domains, "domain becomes free for others", "domains become free for others"),
  ...counted(keys, "API key stops working at once", "API keys stop working at once"),
  ...counted(kept, "is a reseller's own account and stays", "are resellers' own accounts and stay"),
];

export const ofDisabling = ({ running, keys }: Stake): Consequence[] => [
  ...runningAt(running),
  ...counted(keys, "API key keeps working", "API keys keep working"),
];
