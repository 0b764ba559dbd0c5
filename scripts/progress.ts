import { isStopping } from './processes/shutdown'

/** A step that takes longer than this says that it has begun. */
const SAY_AFTER_MS = 900
/** A long step says again and again that it is still going on. */
const REPEAT_EVERY_MS = 15_000

/** Writes one line for people. */
export type Say = (line: string) => void

/** Seconds for people, such as `0.4 s` or `12 s`. */
export function seconds(ms: number): string {
  return ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

/**
 * Runs one step: it is announced when it takes its time, and its end, good or bad, is printed with
 * the time it took.
 * @returns what the step returns
 */
export async function step<T>(
  label: string,
  run: () => Promise<T>,
  say: Say = (line) => console.log(line),
): Promise<T> {
  const begun = Date.now()
  let repeat: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    say(`… ${label}`)
    repeat = setInterval(
      () => say(`… ${label}: ${seconds(Date.now() - begun)} so far`),
      REPEAT_EVERY_MS,
    )
  }, SAY_AFTER_MS)
  try {
    const result = await run()
    say(`✓ ${label} (${seconds(Date.now() - begun)})`)
    return result
  } catch (error) {
    if (!isStopping()) say(`✗ ${label} (${seconds(Date.now() - begun)})`)
    throw error
  } finally {
    clearTimeout(first)
    clearInterval(repeat)
  }
}
