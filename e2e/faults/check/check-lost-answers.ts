import type { FaultId } from '../model/fault-ids'
import { lostAnswerLimitMs } from '../model/limits'
import type { Violation } from '../model/violations'
import type { OperationRow } from './check-money'

/** Faults that lose the answer of a sender that lives, and leave reads as they are or limited. */
const LOSE_ANSWERS: ReadonlySet<FaultId> = new Set([
  ...(['N3', 'N4', 'N5', 'N6', 'N7', 'P1', 'P5', 'R1'] as const),
  ...(['W1', 'W2', 'W3'] as const),
])

interface LostAnswer {
  readonly operationId: string
  readonly openMs: number
  readonly limitMs: number
}

/** What made the machine slower, and repair lose its checks. */
export interface Hindrances {
  /** How many times slower than idle the machine was in a period. */
  readonly slowness: (fromMs: number, toMs: number) => number
  /** Times at which an instance was killed or paused, or the database went down. */
  readonly disturbedAtMs: readonly number[]
}

/** The answers that only such a fault has lost, with the time for which their outcome was open. */
export function listLostAnswers(
  operations: readonly OperationRow[],
  faultOf: ReadonlyMap<string, FaultId>,
  { slowness, disturbedAtMs }: Hindrances,
): readonly LostAnswer[] {
  return operations.flatMap(({ id, lost }) => {
    const fault = faultOf.get(id)
    if (lost === null || fault === undefined || !LOSE_ANSWERS.has(fault)) return []
    const { fromMs, toMs } = lost
    const disturbances = disturbedAtMs.filter((atMs) => atMs >= fromMs && atMs <= toMs).length
    const limitMs = lostAnswerLimitMs(disturbances) * slowness(fromMs, toMs)
    return [{ operationId: id, openMs: toMs - fromMs, limitMs }]
  })
}

/** Finds those that were open for longer than they may, as busy and disturbed as all was. */
export function checkLostAnswers(lost: readonly LostAnswer[]): Violation[] {
  return lost
    .filter(({ openMs, limitMs }) => openMs > limitMs)
    .map(({ operationId, openMs, limitMs }) => ({
      kind: 'lost answers left open',
      operationId,
      what: `was open for ${Math.round(openMs)} ms after its answer was lost, more than ${Math.round(limitMs)}`,
    }))
}
