import { describeDatabaseError } from '../describe-error'

type Stop = () => Promise<void> | void

const stops = new Set<Stop>()
let stopping: Promise<void> | undefined

/** Longest that an orderly stop may take before the process ends regardless. */
const SHUTDOWN_LIMIT_MS = 30_000
const PARENT_CHECK_MS = 1_000

/**
 * Registers something that must be stopped before this process ends, however it ends. The last
 * one registered is stopped first.
 * @returns a function that stops it now and takes it off the list
 */
export function stopBeforeExit(stop: Stop): () => Promise<void> {
  stops.add(stop)
  return async () => {
    if (stops.delete(stop)) await stop()
  }
}

/** True when the orderly stop has begun, so that children that end are expected to. */
export function isStopping(): boolean {
  return stopping !== undefined
}

/** Stops everything that is registered, once, even when one of the stops fails. */
function stopEverything(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of [...stops].reverse()) {
      stops.delete(stop)
      try {
        await stop()
      } catch (error) {
        console.error(wordsOf(error))
      }
    }
  })()
  return stopping
}

/** Stops everything and ends this process; the bound holds whatever the stops do. */
export async function exitAfterStopping(code: number, limitMs = SHUTDOWN_LIMIT_MS): Promise<never> {
  setTimeout(() => process.exit(code || 1), limitMs).unref()
  await stopEverything()
  process.exit(code)
}

function wordsOf(error: unknown): unknown {
  return describeDatabaseError(error) ?? (error instanceof Error ? error.message : error)
}

/**
 * Prints why this program cannot go on, and ends it in order; a stop under way is left to itself.
 */
export async function failAfterStopping(error: unknown): Promise<void> {
  if (isStopping()) return
  console.error(wordsOf(error))
  await exitAfterStopping(1)
}

/**
 * Makes SIGINT, SIGTERM, SIGHUP, uncaught errors and the end of the program that started this one
 * stop everything in order. The last is for npm, which may be ended without telling us.
 * @param options.exitCode what the process answers after a signal
 */
export function stopOnSignals(options: { exitCode: number; onSignal?: () => void }): void {
  let reported = false
  const stop = () => {
    if (!reported) options.onSignal?.()
    reported = true
    void exitAfterStopping(options.exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  onParentGone(stop)

  const fail = (error: unknown) => {
    console.error(describeDatabaseError(error) ?? error)
    void exitAfterStopping(1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}

/**
 * Calls `stop` once the program that started this one is gone; npm may be ended without telling us.
 */
export function onParentGone(stop: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, PARENT_CHECK_MS)
  timer.unref()
}
