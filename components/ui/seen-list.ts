/** Where the view of a list is kept while its items are looked at. */
const keyOf = (path: string) => `seen ${path}`;

/** `href` is how the list at `path` was last seen: filtered, sorted. */
export const rememberList = (path: string, href: string): void => {
  try {
    sessionStorage.setItem(keyOf(path), href);
  } catch {
    // A browser that keeps nothing leads to the whole list.
  }
};

export const seenList = (path: string): string => {
  try {
    return sessionStorage.getItem(keyOf(path)) ?? path;
  } catch {
    return path;
  }
};
