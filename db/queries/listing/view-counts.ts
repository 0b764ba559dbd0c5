import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { NOTHING_AUTHORIZED } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import {
  VIEW_STATUSES,
  type CurrencySum,
  type View,
  type ViewCount,
  type ViewCounts,
} from '@/lib/domain/listing/list-view'
import type { TransactionStatus } from '@/lib/domain/payment/transaction'
import { branchesOf } from './list-branches'
import { shownUnreadIds } from './unread-payments'

interface Tally {
  readonly status: TransactionStatus
  readonly currency: string
  readonly isExpiring: boolean
  readonly count: number
  readonly heldMinor: number
  readonly capturedMinor: number
  readonly refundedMinor: number
}

interface Counted extends Record<string, unknown> {
  readonly tallies: readonly Tally[]
  /** Authorizations of the amount 0. */
  readonly withoutAmount: number
  readonly attention: number
}

const NOTHING_COUNTED: Counted = { tallies: [], attention: 0, withoutAmount: 0 }

const { countCap, expiring } = LIMITS.list
const raw = (count: number): SQL => sql.raw(String(count))
const today = sql`(now() at time zone 'UTC')::date`

/**
 * The number of payments in scope in each view, as of this moment: the stored tallies plus the
 * changes since they were last folded. Only what needs attention is counted row by row, up to a
 * cap; payments that cannot be read are part of it.
 */
export async function countViews(database: Database, scope: Scope): Promise<ViewCounts> {
  const within = withinScope(scope, sql`connection_id`) ?? sql`true`
  const reasons = branchesOf({ view: 'attention', statuses: [] }, scope).map(
    (reason) => sql`(select id from transactions where ${reason} limit ${raw(countCap + 1)})`,
  )
  const unread = sql`(${shownUnreadIds(scope)} limit ${raw(countCap + 1)})`
  const [counted] = await database.run((db) =>
    db.execute<Counted>(sql`
      with tally as (
        select
          status, currency,
          capture_day between ${today} - ${raw(expiring.passedDays)}
            and ${today} + ${raw(expiring.aheadDays)} as "isExpiring",
          sum(count)::float8 as count, sum(held_minor)::float8 as "heldMinor",
          sum(captured_minor)::float8 as "capturedMinor",
          sum(refunded_minor)::float8 as "refundedMinor"
        from (
          select status, currency, capture_day, count, held_minor, captured_minor, refunded_minor
          from transaction_tallies where ${within}
          union all
          select status, currency, capture_day, count, held_minor, captured_minor, refunded_minor
          from transaction_tally_changes where ${within}
        ) as known
        group by 1, 2, 3
        having sum(count) > 0
      )
      select
        (select coalesce(jsonb_agg(tally), '[]') from tally) as tallies,
        (
          select count(*)::int from transactions where ${NOTHING_AUTHORIZED} and ${within}
        ) as "withoutAmount",
        (
          select count(*)::int from (${sql.join([...reasons, unread], sql` union `)}) as due
        ) as attention`),
  )
  const { tallies, attention, withoutAmount } = counted ?? NOTHING_COUNTED
  const toCapture = countOf(tallies, 'to-capture', 'heldMinor')
  const isCapped = attention > countCap
  return {
    'to-capture': { ...toCapture, count: Math.max(0, toCapture.count - withoutAmount) },
    expiring: countOf(
      tallies.filter((tally) => tally.isExpiring),
      'expiring',
      'heldMinor',
    ),
    attention: { count: Math.min(attention, countCap), isCapped, sums: [] },
    captured: countOf(tallies, 'captured', 'capturedMinor'),
    refunded: countOf(tallies, 'refunded', 'refundedMinor'),
    all: countOf(tallies, 'all', null),
  }
}

type Sum = 'heldMinor' | 'capturedMinor' | 'refundedMinor'

function countOf(tallies: readonly Tally[], view: View, sum: Sum | null): ViewCount {
  const own = tallies.filter(({ status }) => VIEW_STATUSES[view].includes(status))
  const count = own.reduce((total, tally) => total + tally.count, 0)
  return { count, isCapped: false, sums: sum === null ? [] : sumsOf(own, sum) }
}

function sumsOf(tallies: readonly Tally[], sum: Sum): readonly CurrencySum[] {
  const sums = new Map<string, number>()
  for (const tally of tallies) {
    sums.set(tally.currency, (sums.get(tally.currency) ?? 0) + tally[sum])
  }
  return [...sums]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .filter(({ amountMinor }) => amountMinor > 0)
    .sort((left, right) => right.amountMinor - left.amountMinor)
}
