import { v7 } from "uuid";

/** Chance that repeats: one seed gives one sequence on every machine (mulberry32). */
export class Rng {
  constructor(private state: number) {}

  private word(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** Both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor((this.word() / 2 ** 32) * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.word() < probability * 2 ** 32;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error("There is nothing to pick from.");
    return list[this.int(0, list.length - 1)]!;
  }

  /** `#` becomes a digit: `+44 20 7946 0###`. */
  digits(pattern: string): string {
    return pattern.replace(/#/g, () => String(this.int(0, 9)));
  }

  hex(length: number): string {
    let text = "";
    while (text.length < length) text += this.word().toString(16).padStart(8, "0");
    return text.slice(0, length);
  }

  /** An instant from the span; about half of them without a fraction of a second, as clouds report both. */
  instant(from: Date, to: Date): Date {
    const at = this.int(from.getTime(), Math.max(from.getTime(), to.getTime()));
    const second = Math.floor(at / 1000) * 1000;
    return new Date(this.chance(0.5) && second >= from.getTime() ? second : at);
  }

  /** A UUIDv7 of the row's own instant, so that demo rows lie in the index as if they had been made then. */
  id(at: Date): string {
    const random = new Uint8Array(16);
    const view = new DataView(random.buffer);
    for (let from = 0; from < 16; from += 4) view.setUint32(from, this.word());
    return v7({ msecs: at.getTime(), random });
  }
}
