import { eq, lte, sql } from "drizzle-orm";
import type { Database } from "../kit";
import { attempts } from "../schema";

/** Failed guesses of passwords, counted before anybody knows whose tenant it is. No news to the log. */
export const attemptOperations = (db: Database) => ({
  attemptsOf: async (who: string) => (await db.select().from(attempts).where(eq(attempts.who, who))).at(0),

  /** One more failure at `at`; those of anybody up to `forgotten` count no longer. */
  countFailure: async (who: string, at: Date, forgotten: Date): Promise<void> => {
    await db.delete(attempts).where(lte(attempts.lastAt, forgotten));
    await db
      .insert(attempts)
      .values({ who, failures: 1, lastAt: at })
      .onConflictDoUpdate({ target: attempts.who, set: { failures: sql`${attempts.failures} + 1`, lastAt: at } });
  },

  forgetFailures: async (who: string): Promise<void> => {
    await db.delete(attempts).where(eq(attempts.who, who));
  },
});
