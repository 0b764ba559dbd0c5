/** The size of a run over all providers, and the least that must have happened for it to count. */
export interface Size {
  readonly seeds: number
  /** Number of operations in one seed. */
  readonly operations: number
  /** Share of the operations that have a planned fault. */
  readonly faultyShare: number
  readonly least: {
    readonly operations: number
    readonly faults: number
    readonly ofEachFault: number
  }
}

export const SIZES = {
  short: {
    seeds: 4,
    operations: 75,
    faultyShare: 0.74,
    least: { operations: 250, faults: 120, ofEachFault: 1 },
  },
  ci: {
    seeds: 20,
    operations: 440,
    faultyShare: 0.74,
    least: { operations: 10_000, faults: 5_000, ofEachFault: 50 },
  },
  long: {
    // Fewer faults among more operations: for errors that only show after many steps.
    seeds: 40,
    operations: 2_400,
    faultyShare: 0.2,
    least: { operations: 100_000, faults: 15_000, ofEachFault: 100 },
  },
} as const satisfies Readonly<Record<string, Size>>

export type SizeName = keyof typeof SIZES
