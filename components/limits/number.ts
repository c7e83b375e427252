const WHOLE = /^\d{1,15}$/;
const DECIMAL = /^-?\d{1,15}(\.\d+)?$/;

/** A number as people write it; what only programs write, such as 1e3 and 0x10, is a slip. */
export const numberFrom = (text: string): number | undefined => (DECIMAL.test(text.trim()) ? Number(text) : undefined);
export const wholeFrom = (text: string): number | undefined => (WHOLE.test(text.trim()) ? Number(text) : undefined);
