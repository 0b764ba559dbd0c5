import type { RecordedReply } from '../model/recorder'
import type { Violation } from '../model/violations'
import { groupBy } from '../model/group-by'
import type { Effect } from '../model/ledger'
import type { OperationRow } from './check-money'

/** Compares each reply to an actor with what the provider did in the end. */
export function checkReplies(
  replies: readonly RecordedReply[],
  operations: readonly OperationRow[],
  effects: ReadonlyMap<string | null, readonly Effect[]>,
  names: readonly string[],
): Violation[] {
  const rows = new Map(operations.map((operation) => [operation.id, operation]))
  const byOperation = groupBy(replies, ({ request }) => request.input.operationId)
  return [...byOperation].flatMap(([id, own]) => {
    const happened = (effects.get(id) ?? []).length > 0
    const wrong = (what: string): Violation => ({
      kind: 'wrong replies to a person',
      operationId: id,
      what,
    })
    return own.flatMap((recorded) => {
      const problem = problemWith(recorded, own, happened, rows.get(id), names)
      return problem === null ? [] : [wrong(problem)]
    })
  })
}

function problemWith(
  recorded: RecordedReply,
  all: readonly RecordedReply[],
  happened: boolean,
  row: OperationRow | undefined,
  names: readonly string[],
): string | null {
  const { reply } = recorded
  switch (reply.kind) {
    case 'state':
      return problemWithState(recorded, all, happened, row)
    case 'failure': {
      const { failure } = reply
      const { code } = failure
      if (failure.code === 'operation_open' && !names.includes(failure.values.actor)) {
        return 'replied that an operation is open, without its actor'
      }
      const others = all.filter((other) => other !== recorded)
      const isRepeat = others.some(
        (other) => other.reply.kind === 'state' && digest(other) === digest(recorded),
      )
      if (isRepeat && code === 'operation_id_reused') return 'a repeat was reported as a reused id'
      if (recorded.isAgain === true && (happened || row?.hasAttempt === true)) {
        return `replied to a repeat that nothing was started (${code}), but it was sent`
      }
      if (others.length > 0) return null
      if (happened) return `replied that nothing was started (${code}), but it happened`
      return row?.hasAttempt === true
        ? `replied that nothing was started (${code}), but it was sent`
        : null
    }
    case 'internal':
    case 'nothing':
      return null
  }
}

function problemWithState(
  recorded: RecordedReply,
  all: readonly RecordedReply[],
  happened: boolean,
  row: OperationRow | undefined,
): string | null {
  const { reply } = recorded
  if (reply.kind !== 'state') return null
  if (row === undefined) return `replied “${reply.state}” for an operation that does not exist`
  const accepted = all.filter((other) => other.reply.kind === 'state')
  if (accepted.some((other) => digest(other) !== digest(recorded))) {
    return 'one id was accepted for two different requests'
  }
  switch (reply.state) {
    case 'succeeded':
      return happened ? null : 'replied that it is done, but nothing happened'
    case 'refused':
    case 'not_sent':
    case 'abandoned':
      return happened ? `replied “${reply.state}”, but it happened` : null
    default:
      return null
  }
}

/** The request without what the page showed: a repeat from a newer page asks for the same. */
function digest({ request }: RecordedReply): string {
  return JSON.stringify([request.kind, { ...request.input, expectedRevision: null }])
}
