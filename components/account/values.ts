export const empty = { current: "", password: "", again: "" };
export type PasswordValues = typeof empty;

export const bodyOf = ({ current, password }: PasswordValues) => ({ current, password });

export const UNLIKE = "is not the same as the new password";
