/** How much a run does, all providers together, and the least that must have come to pass for it to count. */
export interface Size {
  readonly seeds: number
  /** In one seed. */
  readonly operations: number
  /** Of the operations, that something is planned to go wrong with. */
  readonly faultyShare: number
  readonly least: {
    readonly operations: number
    readonly faults: number
    readonly ofEachFault: number
  }
}

export const SIZES = {
  short: {
    ...{ seeds: 4, operations: 75, faultyShare: 0.74 },
    least: { operations: 250, faults: 120, ofEachFault: 1 },
  },
  ci: {
    ...{ seeds: 20, operations: 440, faultyShare: 0.74 },
    least: { operations: 10_000, faults: 5_000, ofEachFault: 50 },
  },
  long: {
    // Rarer faults among much more work: what only shows after many steps on one payment or instance.
    ...{ seeds: 40, operations: 2_400, faultyShare: 0.2 },
    least: { operations: 100_000, faults: 15_000, ofEachFault: 100 },
  },
} as const satisfies Readonly<Record<string, Size>>

export type SizeName = keyof typeof SIZES
