/** How much a run does, all providers together, and the least that must have come to pass for it to count. */
export interface Size {
  readonly seeds: number
  /** In one seed. */
  readonly operations: number
  readonly least: {
    readonly operations: number
    readonly faults: number
    readonly ofEachFault: number
  }
}

export const SIZES = {
  short: {
    ...{ seeds: 4, operations: 75 },
    least: { operations: 250, faults: 120, ofEachFault: 1 },
  },
  ci: {
    ...{ seeds: 20, operations: 440 },
    least: { operations: 10_000, faults: 5_000, ofEachFault: 50 },
  },
  long: {
    ...{ seeds: 200, operations: 440 },
    least: { operations: 100_000, faults: 50_000, ofEachFault: 500 },
  },
} as const satisfies Readonly<Record<string, Size>>

export type SizeName = keyof typeof SIZES
