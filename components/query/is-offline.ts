const PROBE_TIMEOUT_MS = 3_000

/**
 * True when the browser says that it is offline and Paydesk does not answer: then nothing that was
 * about to be sent has left. A browser without a network still reaches a server on its own machine,
 * so its word alone is not enough.
 */
export async function isOffline(): Promise<boolean> {
  return !navigator.onLine && !(await isReachable())
}

/** True when Paydesk answers now. */
export async function isReachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS)
    await fetch('/api/health/live', { signal, cache: 'no-store' })
    return true
  } catch {
    return false
  }
}
