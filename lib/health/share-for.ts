import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Makes a function that gives what `find` found, and asks again only `keptMs` after that was found.
 * What hangs is waited for by later callers too: however many ask, one `find` is under way.
 * @param find must not reject
 */
export function shareFor<T>(keptMs: number, find: () => Promise<T>): () => Promise<T> {
  let shared: Promise<T> | null = null
  const begin = () => {
    const found = find()
    void found
      .then(() => sleep(keptMs, undefined, { ref: false }))
      .then(() => {
        shared = null
      })
    return found
  }
  return () => (shared ??= begin())
}
