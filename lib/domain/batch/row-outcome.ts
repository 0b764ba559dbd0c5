import { OPEN_STATES, type OperationState } from '@/lib/domain/operation/outcome'
import type { BatchRowView, BatchView, RowState } from './batch'

/** How a row of a started batch stands, as people ask for it. */
export const ROW_OUTCOMES = [
  'refused',
  'not_done',
  'open',
  'waiting',
  'done',
  'withdrawn',
  'excluded',
] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

interface OutcomeStates {
  readonly rows: readonly RowState[]
  /** Of rows with an operation. */
  readonly operations: readonly OperationState[]
}

/** The states of rows and of their operations that each outcome consists of; each is in one. */
export const OUTCOME_STATES: Readonly<Record<RowOutcome, OutcomeStates>> = {
  refused: { rows: [], operations: ['refused'] },
  not_done: { rows: ['not_started'], operations: ['not_sent', 'abandoned'] },
  open: { rows: [], operations: OPEN_STATES },
  waiting: { rows: ['waiting', 'begun'], operations: [] },
  done: { rows: [], operations: ['succeeded'] },
  withdrawn: { rows: ['withdrawn'], operations: [] },
  excluded: { rows: ['excluded'], operations: [] },
}

/** The outcome of a row. */
export function outcomeOf({
  state,
  operation,
}: Pick<BatchRowView, 'state' | 'operation'>): RowOutcome {
  const fits = ({ rows, operations }: OutcomeStates) =>
    operation === null ? rows.includes(state) : operations.includes(operation.state)
  return ROW_OUTCOMES.find((outcome) => fits(OUTCOME_STATES[outcome])) ?? 'waiting'
}

/** The number of rows of each outcome. */
export function countOutcomes({
  states,
  operations,
}: Pick<BatchView, 'states' | 'operations'>): Readonly<Record<RowOutcome, number>> {
  const count = (outcome: RowOutcome) => {
    const { rows, operations: own } = OUTCOME_STATES[outcome]
    return (
      rows.reduce((sum, state) => sum + states[state], 0) +
      own.reduce((sum, state) => sum + (operations[state] ?? 0), 0)
    )
  }
  return {
    refused: count('refused'),
    not_done: count('not_done'),
    open: count('open'),
    waiting: count('waiting'),
    done: count('done'),
    withdrawn: count('withdrawn'),
    excluded: count('excluded'),
  }
}

/** Rows that were planned, and those of them that have ended: nothing of them is to come. */
export function progressOf(batch: Pick<BatchView, 'states' | 'operations' | 'rows'>): {
  readonly ended: number
  readonly planned: number
} {
  const { open, waiting, excluded } = countOutcomes(batch)
  const planned = batch.rows - excluded
  return { ended: planned - open - waiting, planned }
}

/** True while something about a batch changes by itself. */
export function isMoving(batch: Pick<BatchView, 'state' | 'states' | 'operations'>): boolean {
  const { open } = countOutcomes(batch)
  return batch.state === 'running' || batch.states.begun > 0 || open > 0
}
