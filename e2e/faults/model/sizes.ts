import { availableParallelism } from 'node:os'

/** The size of a run over all providers, and the least that must have happened for it to count. */
export interface Size {
  readonly seeds: number
  /** Number of operations in one seed. */
  readonly operations: number
  /** Share of the operations that have a planned fault. */
  readonly faultyShare: number
  /** True when the results of finished seeds are kept: together they seldom fit into one sitting. */
  readonly keepsResults: boolean
  readonly least: {
    readonly operations: number
    readonly faults: number
    readonly ofEachFault: number
  }
}

/**
 * Seeds that run at the same time. A seed keeps two cores busy with its three instances, sandbox and database. With more
 * at once than that, most requests come too late to be sent, and what is lost stays open for longer than allowed.
 */
export const SEEDS_AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2))

/** A little more than elsewhere, so that each seed has every fault once. */
const SHORT_SEED = { operations: 75, faultyShare: 0.78, keepsResults: false } as const

export const SIZES = {
  // Its seed is of a provider that can have every fault.
  sample: { ...SHORT_SEED, seeds: 1, least: { operations: 60, faults: 45, ofEachFault: 1 } },
  short: { ...SHORT_SEED, seeds: 4, least: { operations: 250, faults: 120, ofEachFault: 1 } },
  ci: {
    seeds: 20,
    operations: 440,
    faultyShare: 0.74,
    keepsResults: false,
    least: { operations: 10_000, faults: 5_000, ofEachFault: 50 },
  },
  long: {
    // Fewer faults among more operations: for errors that only show after many steps.
    seeds: 40,
    operations: 2_400,
    faultyShare: 0.2,
    keepsResults: true,
    least: { operations: 100_000, faults: 15_000, ofEachFault: 100 },
  },
} as const satisfies Readonly<Record<string, Size>>

export type SizeName = keyof typeof SIZES
