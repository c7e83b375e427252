export interface Consequence {
  count: number;
  /** What happens to them, after the number: "servers keep running at AWS". */
  label: string;
}

/** "1 API key stops", "3 API keys stop": the words after the number; none of which there are none. */
export const counted = (count: number, one: string, many: string): Consequence[] =>
  count === 0 ? [] : [{ count, label: count === 1 ? one : many }];
