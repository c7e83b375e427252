/** A caller's className is for place (margin, width, grid), never for look: the last rule in the sheet wins, not the last name. */
export { clsx as cn } from "clsx";
