import { withoutEmpty } from "@/components/form/names";
import { contrastOf, READABLE } from "@/lib/core/contrast";

export interface Colours {
  primary: string;
  background: string;
  text: string;
}

/** What a skin is made of, under the API's names. */
export interface SkinValues {
  name: string;
  reseller_id?: string;
  colours: Colours;
  /** A picture as a data URL, or empty. */
  logo: string;
}

export const colourNames: readonly { name: keyof Colours; label: string; hint: string }[] = [
  {
    name: "primary",
    label: "Primary",
    hint: "Buttons and the bar at the top; what is written on it has the background's colour.",
  },
  { name: "background", label: "Background", hint: "Of every page." },
  { name: "text", label: "Text", hint: "Stands on the background." },
];

export const startColours: Colours = { primary: "#0b5fff", background: "#ffffff", text: "#1a1a1a" };

const COLOUR = /^#[0-9a-f]{6}$/i;

/** A colour that is not whole yet is none. */
export const isColour = (text: string): boolean => COLOUR.test(text);

/** What is written on what, in which contrast: undefined where a colour is not whole yet. */
export const contrastsOf = ({ primary, background, text }: Colours) =>
  [
    { label: "Text on background", on: "the background", one: text, other: background },
    { label: "Background on primary", on: "the primary colour", one: background, other: primary },
  ].map(({ label, on, one, other }) => {
    const ratio = isColour(one) && isColour(other) ? contrastOf(one, other) : undefined;
    return { label, on, ratio, isReadable: ratio !== undefined && ratio >= READABLE };
  });

/** A sentence for each contrast that is too low. */
export const hardToRead = (colours: Colours): string[] =>
  contrastsOf(colours).flatMap(({ on, ratio, isReadable }) =>
    ratio === undefined || isReadable
      ? []
      : `Texts on ${on} are hard to read: ${ratio.toFixed(2)}\u00a0:\u00a01, where at least ${READABLE}\u00a0:\u00a01 is asked.`,
  );

/** A reseller can be chosen for a new skin alone; nobody's is the CSP's own. */
export const newBodyOf = ({ reseller_id, ...values }: SkinValues) => ({
  ...values,
  ...(withoutEmpty({ reseller_id }) as object | undefined),
});

export const changeOf = ({ name, colours, logo }: SkinValues) => ({ name, colours, logo });

/** The colours that a form has sent. */
export const coloursOf = (form: FormData): Colours => ({
  primary: String(form.get("colours.primary") ?? ""),
  background: String(form.get("colours.background") ?? ""),
  text: String(form.get("colours.text") ?? ""),
});
