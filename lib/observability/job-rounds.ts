/** The background jobs of a process, by their names in the log. */
export const JOBS = [
  'repair',
  'dead sends',
  'webhook reads',
  'webhook secrets before',
  'scheduled reads',
  'list polls',
  'connection tests',
  'imports',
  'batches',
  'rules',
  'tallies',
  'notices',
  'notice sends',
] as const
export type Job = (typeof JOBS)[number]

/**
 * When each job last did a round that did not fail, by `performance.now()`. On `globalThis`, because
 * the jobs and the routes are bundled apart and run in one process.
 */
const shared = globalThis as typeof globalThis & { paydeskJobRounds?: Map<Job, number> }

function rounds(): Map<Job, number> {
  return (shared.paydeskJobRounds ??= new Map())
}

/** Notes that a job has started, or has done a round that did not fail. */
export function noteRound(job: Job): void {
  rounds().set(job, performance.now())
}

/** Milliseconds since the last such round of a job; null where it was never started here. */
export function silentMs(job: Job): number | null {
  const last = rounds().get(job)
  return last === undefined ? null : performance.now() - last
}
