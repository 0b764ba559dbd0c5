import type { Hearing } from '../model/diary'
import type { Finding } from '../model/findings'
import { groupBy } from '../model/group-by'
import type { Effect } from '../model/ledger'
import type { OperationRow } from './check-money'

/** Compares what each person heard with what happened in the end. */
export function checkWords(
  hearings: readonly Hearing[],
  operations: readonly OperationRow[],
  effects: ReadonlyMap<string | null, readonly Effect[]>,
  names: readonly string[],
): Finding[] {
  const rows = new Map(operations.map((operation) => [operation.id, operation]))
  const byOperation = groupBy(hearings, ({ ask }) => ask.input.operationId)
  return [...byOperation].flatMap(([id, own]) => {
    const happened = (effects.get(id) ?? []).length > 0
    const wrong = (what: string): Finding => ({
      ...{ kind: 'wrong words to a person', operationId: id, what },
    })
    return own.flatMap((hearing) => {
      const problem = problemWith(hearing, own, happened, rows.get(id), names)
      return problem === null ? [] : [wrong(problem)]
    })
  })
}

function problemWith(
  hearing: Hearing,
  all: readonly Hearing[],
  happened: boolean,
  row: OperationRow | undefined,
  names: readonly string[],
): string | null {
  const { told } = hearing
  switch (told.kind) {
    case 'state':
      return problemWithState(hearing, all, happened, row)
    case 'failure': {
      const { failure } = told
      const { code } = failure
      if (failure.code === 'operation_open' && !names.includes(failure.values.actor)) {
        return 'heard that something is under way, but not whose'
      }
      const others = all.filter((other) => other !== hearing)
      const isRepeat = others.some(
        (other) => other.told.kind === 'state' && digest(other) === digest(hearing),
      )
      if (isRepeat && code === 'operation_id_reused') return 'a repeat was called a reuse'
      if (others.length > 0) return null
      if (happened) return `heard that nothing was started (${code}), but it happened`
      return row?.hasAttempt === true
        ? `heard that nothing was started (${code}), but it was sent`
        : null
    }
    case 'internal':
    case 'nothing':
      return null
  }
}

function problemWithState(
  hearing: Hearing,
  all: readonly Hearing[],
  happened: boolean,
  row: OperationRow | undefined,
): string | null {
  const { told } = hearing
  if (told.kind !== 'state') return null
  if (row === undefined) return `heard “${told.state}” of an operation that is not there`
  const taken = all.filter((other) => other.told.kind === 'state')
  if (taken.some((other) => digest(other) !== digest(hearing))) {
    return 'one id was taken for two different requests'
  }
  switch (told.state) {
    case 'succeeded':
      return happened ? null : 'heard that it is done, but nothing happened'
    case 'refused':
    case 'not_sent':
    case 'abandoned':
      return happened ? `heard “${told.state}”, but it happened` : null
    default:
      return null
  }
}

function digest({ ask }: Hearing): string {
  return JSON.stringify([ask.kind, ask.input])
}
