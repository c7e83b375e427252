/**
 * One value a process under `name`. Next instantiates a module once for routes, again for pages, and the server in front
 * of it has a third copy: what must exist once (connections, the writer queue, remembered sign-ins) lives here.
 */
export function once<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as { portal?: Map<string, unknown> };
  store.portal ??= new Map();
  if (!store.portal.has(name)) store.portal.set(name, make());
  // Only `make` of the same name ever writes the slot.
  return store.portal.get(name) as T;
}

/** Forgets the value, so that the next `once` makes it anew. */
export function forget(name: string): void {
  (globalThis as unknown as { portal?: Map<string, unknown> }).portal?.delete(name);
}
