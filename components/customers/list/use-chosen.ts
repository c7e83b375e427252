import { useState } from "react";
import type { Chosen } from "./bulk";

const none: Chosen = new Map();

/** Who is chosen, over all pages of one view. Another search, filter or tab begins anew: nobody stays chosen out of sight. */
export function useChosen(view: string) {
  const [state, setState] = useState({ view, chosen: none });
  if (state.view !== view) setState({ view, chosen: none });
  const chosen = state.view === view ? state.chosen : none;
  return [chosen, (next: Chosen) => setState({ view, chosen: next })] as const;
}
