import { once } from "./process";

/** The responses to the documents that are being drawn, by the id of their request. Pages have no other hold of them. */
export const drawing = once("drawing", () => new Map<string, { statusCode: number }>());
