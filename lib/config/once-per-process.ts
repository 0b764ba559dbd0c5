/** What a process has once. Next bundles pages, actions, routes and jobs apart: a module's own variable is there more than once. */
const shared = globalThis as typeof globalThis & { paydeskOnce?: Map<string, unknown> }

/**
 * A value that this process has once, made when it is first asked for; `name` is its own throughout
 * the sources.
 */
export function oncePerProcess<T>(name: string, create: () => T): () => T {
  return () => {
    const values = (shared.paydeskOnce ??= new Map())
    if (!values.has(name)) values.set(name, create())
    return values.get(name) as T
  }
}
