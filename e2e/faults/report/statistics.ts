import { percentile } from '@/testing/percentile'
import { FAULT_IDS, type FaultId } from '../model/fault-ids'
import { FORBIDDEN, type Forbidden } from '../model/violations'
import type { SeedResult } from '../model/seed-result'

/** The report of one seed, or of several together. */
export interface Statistics {
  readonly seeds: number
  readonly operations: number
  readonly sends: number
  readonly faults: number
  readonly faultsById: Readonly<Record<FaultId, number>>
  readonly outcomes: Readonly<Record<string, number>>
  readonly replies: Readonly<Record<string, number>>
  readonly forbidden: Readonly<Record<Forbidden, number>>
  readonly settleMs: Times
  /** Times for which the outcomes of lost answers were open. */
  readonly lostMs: Times
}

interface Times {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

export function summarize(results: readonly SeedResult[]): Statistics {
  const sum = (valueOf: (result: SeedResult) => number): number =>
    results.reduce((total, result) => total + valueOf(result), 0)
  const faultsById = record(FAULT_IDS, (id) => sum(({ faults }) => faults[id] ?? 0))
  return {
    seeds: results.length,
    operations: sum(({ operations }) => operations),
    sends: sum(({ sends }) => sends),
    faults: Object.values(faultsById).reduce((total, count) => total + count, 0),
    faultsById,
    outcomes: addUp(results.map(({ outcomes }) => outcomes)),
    replies: addUp(results.map(({ replies }) => replies)),
    forbidden: record(FORBIDDEN, (kind) =>
      sum(({ violations }) => violations.filter((violation) => violation.kind === kind).length),
    ),
    settleMs: timesOf(results.flatMap(({ settleMs }) => settleMs)),
    lostMs: timesOf(results.flatMap(({ lostMs }) => lostMs)),
  }
}

function timesOf(times: readonly number[]): Times {
  const at = (share: number): number => Math.round(percentile(times, share))
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

export function forbiddenTotal({ forbidden }: Statistics): number {
  return Object.values(forbidden).reduce((total, count) => total + count, 0)
}

function record<K extends string>(
  keys: readonly K[],
  valueOf: (key: K) => number,
): Readonly<Record<K, number>> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, number>
}

function addUp(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const one of all) {
    for (const [name, count] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + count
  }
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)))
}
