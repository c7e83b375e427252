import { useCallback, useState } from "react";

/**
 * The text of a control that the address follows, later than one types or drags. `ask` says what the address was sent to:
 * once that arrives the text stays as it is by then; another value (of Back, or of a link) replaces it.
 */
export function useFollowed(value: string) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [coming, setComing] = useState<readonly string[]>([]);
  if (value !== seen) {
    setSeen(value);
    const at = coming.indexOf(value);
    setComing(at < 0 ? [] : coming.slice(at + 1));
    if (at < 0) setText(value);
  }
  const ask = useCallback((next: string) => setComing((before) => [...before, next]), []);
  return {
    text,
    setText,
    /** What the address is, or is about to be. */
    known: coming.at(-1) ?? seen,
    ask,
  };
}
