import type postgres from 'postgres'
import { isOpen, type OperationState } from '@/lib/domain/operation/outcome'
import type { Violation } from '../model/violations'
import { groupBy } from '../model/group-by'
import type { Effect, LedgerPayment } from '../model/ledger'

export interface OperationRow {
  readonly id: string
  readonly kind: string
  readonly state: OperationState
  readonly amountMinor: number
  readonly hasAttempt: boolean
  /** Start of the attempt, in milliseconds since the epoch; null without an attempt. */
  readonly attemptAtMs: number | null
  /** Null while it is open. */
  readonly settleMs: number | null
  /**
   * The time from when its sender wrote that the answer is lost until it was settled, or now; null
   * for any other end of a send, and once people decide.
   */
  readonly lost: { readonly fromMs: number; readonly toMs: number } | null
  /** True when its sender wrote of no answer: it was lost, or the sender is gone. */
  readonly isUnanswered: boolean
}

/** What the fault table allows besides. */
export type Allowances = Readonly<Record<'mayNeedReview' | 'doneByColleague', ReadonlySet<string>>>

interface TotalsRow {
  readonly providerId: string
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  readonly released: number
  readonly hasOrphanedReservation: boolean
}

export function listOperationRows(sql: postgres.Sql): Promise<OperationRow[]> {
  return sql<OperationRow[]>`
    select id, kind, state, amount_minor::float8 as "amountMinor",
      exists (select 1 from attempts where operation_id = operations.id) as "hasAttempt",
      (select (extract(epoch from started_at) * 1000)::float8 from attempts
        where operation_id = operations.id) as "attemptAtMs",
      (extract(epoch from settled_at - created_at) * 1000)::float8 as "settleMs",
      (select jsonb_build_object(
          'fromMs', extract(epoch from finished_at) * 1000,
          'toMs', extract(epoch from coalesce(settled_at, now())) * 1000
        ) from attempts where operation_id = operations.id and outcome = 'unknown'
          and finished_at is not null and state <> 'needs_review') as lost,
      coalesce((select outcome = 'unknown' from attempts
        where operation_id = operations.id), true) as "isUnanswered"
    from operations`
}

/** Compares the totals in the database with the provider's ledger, payment by payment. */
export async function checkTotals(
  sql: postgres.Sql,
  ledger: readonly LedgerPayment[],
): Promise<Violation[]> {
  const rows = await sql<TotalsRow[]>`
    select provider_transaction_id as "providerId", authorized_minor::float8 as authorized,
      captured_minor::float8 as captured, refunded_minor::float8 as refunded,
      released_minor::float8 as released,
      (open_operation_id is not null or reserved_capture_minor + reserved_refund_minor > 0)
        and not exists (select 1 from operations
          where operations.id = open_operation_id and settled_at is null) as "hasOrphanedReservation"
    from transactions`
  const known = new Map(rows.map((row) => [row.providerId, row]))
  return ledger.flatMap(({ providerId, totals }): Violation[] => {
    const row = known.get(providerId)
    const mismatch = (what: string): Violation => ({
      kind: 'money mismatches',
      operationId: null,
      what: `${providerId}: ${what}`,
    })
    if (row === undefined) return [mismatch('is not in the database')]
    const names = ['authorized', 'captured', 'refunded', 'released'] as const
    const wrong = names.filter((name) => row[name] !== totals[name])
    return [
      ...wrong.map((name) => mismatch(`${name} is ${row[name]}, the ledger has ${totals[name]}`)),
      ...(row.hasOrphanedReservation ? [mismatch('is reserved for no open operation')] : []),
    ]
  })
}

export function effectsByOperation(ledger: readonly LedgerPayment[]): Map<string | null, Effect[]> {
  return groupBy(
    ledger.flatMap(({ effects }) => effects),
    ({ operationId }) => operationId,
  )
}

/** Compares each operation with the effects that the provider's ledger has for it. */
export function checkOperations(
  operations: readonly OperationRow[],
  effects: ReadonlyMap<string | null, readonly Effect[]>,
  doubled: ReadonlySet<string>,
  allowances: Allowances,
): Violation[] {
  const violations: Violation[] = []
  const known = new Map(operations.map((operation) => [operation.id, operation]))
  for (const [id, own] of effects) {
    if (id === null) continue
    const operation = known.get(id)
    if (operation?.hasAttempt !== true) {
      violations.push({ kind: 'sends without intent', operationId: id, what: 'has an effect' })
    }
    const most = doubled.has(id) ? 2 : 1
    if (own.length > most) {
      violations.push({ kind: 'double effects', operationId: id, what: `${own.length} effects` })
    }
  }
  for (const operation of operations) {
    const own = effects.get(operation.id) ?? []
    const problem = problemOf(operation, own)
    if (problem !== null) violations.push({ ...problem, operationId: operation.id })
    if (isOpen(operation.state) && !isAllowedOpen(operation, own, allowances)) {
      const what = `stays ${operation.state}`
      violations.push({ kind: 'left open beyond the table', operationId: operation.id, what })
    }
  }
  return violations
}

/** What a colleague did just so is for people where nothing tells that ours was not done. */
function isAllowedOpen(
  { id, state, isUnanswered }: OperationRow,
  own: readonly Effect[],
  { mayNeedReview, doneByColleague }: Allowances,
): boolean {
  if (state !== 'needs_review') return false
  return mayNeedReview.has(id) || (doneByColleague.has(id) && isUnanswered && own.length === 0)
}

function problemOf(
  { state, kind, amountMinor }: OperationRow,
  own: readonly Effect[],
): Omit<Violation, 'operationId'> | null {
  if (isOpen(state)) return null
  const mismatch = (what: string) => ({ kind: 'money mismatches', what }) as const
  if (state !== 'succeeded')
    return own.length === 0 ? null : mismatch(`is ${state}, but it happened`)
  const [effect] = own
  if (effect === undefined) {
    return { kind: 'booked as ours but not ours', what: 'is succeeded, but nothing happened' }
  }
  if (kind === 'void' || kind === 'extend_authorization' || effect.amountMinor === amountMinor) {
    return null
  }
  return mismatch(`is over ${amountMinor}, but ${effect.amountMinor ?? 'nothing'} was moved`)
}
