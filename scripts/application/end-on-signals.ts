import { beginStopping } from '@/lib/observability/stopping'
import { exitAfterStopping, onParentGone } from '../processes/shutdown'

/** Longest time from the signal to the end of the process, whatever is under way. */
const STOP_LIMIT_MS = 34_000

/** A signal so soon after the first is the same one: npm passes on what the terminal sends to both. */
const SAME_SIGNAL_MS = 1_000

/**
 * Ends this process in order at SIGTERM and SIGINT, and when npm is gone that runs it. A later second signal
 * ends it at once: what is being sent then stays unknown, until another instance has read it.
 */
export function endOnSignals(): void {
  let beganMs: number | undefined
  const stop = () => {
    if (beganMs !== undefined) return
    beganMs = performance.now()
    beginStopping()
    void exitAfterStopping(0, STOP_LIMIT_MS)
  }
  const onSignal = () => {
    if (beganMs !== undefined && performance.now() - beganMs > SAME_SIGNAL_MS) process.exit(1)
    stop()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  // A supervisor's own child may outlive the shell that started it; what npm runs must not outlive
  // npm.
  if (process.env.npm_lifecycle_event !== undefined) onParentGone(stop)
}
