export interface Toast {
  tone: "success" | "error" | "info";
  message: string;
  description?: string;
  action?: { label: string; onClick: () => void };
}
type More = Omit<Toast, "tone" | "message">;

const waiting: Toast[] = [];
let wake = () => {};

function push(toast: Toast) {
  waiting.push(toast);
  wake();
}

/** Says what happened after a write. `description` holds the fix when it failed. */
export const toast = {
  success: (message: string, more?: More) => push({ tone: "success", message, ...more }),
  error: (message: string, more?: More) => push({ tone: "error", message, ...more }),
  info: (message: string, more?: More) => push({ tone: "info", message, ...more }),
};

/** Empties the queue: each toast is shown once. */
export const takeToasts = () => waiting.splice(0);

/** Calls `listener` for each toast from now on, and at once for those already waiting. */
export function onToast(listener: () => void) {
  wake = listener;
  if (waiting.length > 0) listener();
  return () => {
    wake = () => {};
  };
}
