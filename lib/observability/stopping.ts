import { setMaxListeners } from 'node:events'

/**
 * The end of this process, as its parts share it. On `globalThis`, because the start, the jobs, the
 * routes and the actions are bundled apart and run in one process.
 */
interface Ending {
  readonly controller: AbortController
  /** Operations that were begun here and whose outcome is not written yet. */
  readonly underWay: Set<Promise<unknown>>
}

const shared = globalThis as typeof globalThis & { paydeskEnding?: Ending }

function ending(): Ending {
  shared.paydeskEnding ??= makeEnding()
  return shared.paydeskEnding
}

function makeEnding(): Ending {
  const controller = new AbortController()
  // Every job listens for as long as the process lives: their number is no leak.
  setMaxListeners(0, controller.signal)
  return { controller, underWay: new Set() }
}

/** From now on this process is not ready, and its jobs take on nothing more. There is no way back. */
export function beginStopping(): void {
  ending().controller.abort()
}

/** Aborted when this process begins to stop. */
export function stoppingSignal(): AbortSignal {
  return ending().controller.signal
}

/** Runs what this process must not end in the middle of, whether its request still waits or not. */
export async function endBeforeStop<T>(run: () => Promise<T>): Promise<T> {
  const { underWay } = ending()
  const running = run()
  underWay.add(running)
  try {
    return await running
  } finally {
    underWay.delete(running)
  }
}

/** Resolves when nothing of `endBeforeStop` is under way, also what begins meanwhile. */
export async function untilNothingUnderWay(): Promise<void> {
  const { underWay } = ending()
  while (underWay.size > 0) await Promise.allSettled(underWay)
}
