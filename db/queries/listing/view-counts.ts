import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { NOTHING_AUTHORIZED } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { DueBounds } from '@/lib/domain/listing/due'
import {
  VIEW_STATUSES,
  type View,
  type ViewCount,
  type ViewCounts,
} from '@/lib/domain/listing/list-view'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { TransactionStatus } from '@/lib/domain/payment/transaction'
import { branchesOf } from './list-branches'
import { HAS_DEADLINE, HELD, moment } from './list-deadline'
import { shownUnreadIds } from './unread-payments'

interface Tally {
  readonly status: TransactionStatus
  readonly currency: string
  readonly count: number
  readonly heldMinor: number
  readonly capturedMinor: number
  readonly refundedMinor: number
}

/** Payments of a currency whose deadline has not passed. */
interface Expiring {
  readonly currency: string
  readonly count: number
  readonly heldMinor: number
  readonly today: number
}

interface Counted extends Record<string, unknown> {
  readonly tallies: readonly Tally[]
  readonly expiring: readonly Expiring[]
  /** Authorizations of the amount 0. */
  readonly withoutAmount: number
  readonly attention: number
}

const NOTHING_COUNTED: Counted = { tallies: [], expiring: [], attention: 0, withoutAmount: 0 }

const { countCap } = LIMITS.list
const raw = (count: number): SQL => sql.raw(String(count))

/**
 * The number of payments in scope in each view, as of this moment: the stored tallies plus the
 * changes since they were last folded. What expires is counted in the index of deadlines, and what
 * needs attention row by row, up to a cap; payments that cannot be read are part of it.
 */
export async function countViews(
  database: Database,
  scope: Scope,
  { now, tomorrow }: DueBounds,
): Promise<ViewCounts> {
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
          sum(count)::float8 as count, sum(held_minor)::float8 as "heldMinor",
          sum(captured_minor)::float8 as "capturedMinor",
          sum(refunded_minor)::float8 as "refundedMinor"
        from (
          select status, currency, count, held_minor, captured_minor, refunded_minor
          from transaction_tallies where ${within}
          union all
          select status, currency, count, held_minor, captured_minor, refunded_minor
          from transaction_tally_changes where ${within}
        ) as known
        group by 1, 2
        having sum(count) > 0
      ),
      due as (
        select
          currency, count(*)::int as count, sum(${HELD})::float8 as "heldMinor",
          (count(*) filter (where capture_by < ${moment(tomorrow)}))::int as today
        from transactions
        where ${HAS_DEADLINE} and capture_by >= ${moment(now)} and ${within}
        group by currency
      )
      select
        (select coalesce(jsonb_agg(tally), '[]') from tally) as tallies,
        (select coalesce(jsonb_agg(due), '[]') from due) as expiring,
        (
          select count(*)::int from transactions where ${NOTHING_AUTHORIZED} and ${within}
        ) as "withoutAmount",
        (
          select count(*)::int from (${sql.join([...reasons, unread], sql` union `)}) as pressing
        ) as attention`),
  )
  const { tallies, expiring, attention, withoutAmount } = counted ?? NOTHING_COUNTED
  const toCapture = countOf(tallies, 'to-capture', 'heldMinor')
  const isCapped = attention > countCap
  return {
    'to-capture': { ...toCapture, count: Math.max(0, toCapture.count - withoutAmount) },
    expiring: {
      count: total(expiring, 'count'),
      isCapped: false,
      sums: sumsOf(expiring, 'heldMinor'),
      endToday: total(expiring, 'today'),
    },
    attention: { count: Math.min(attention, countCap), isCapped, sums: [], endToday: 0 },
    captured: countOf(tallies, 'captured', 'capturedMinor'),
    refunded: countOf(tallies, 'refunded', 'refundedMinor'),
    all: countOf(tallies, 'all', null),
  }
}

type Sum = 'heldMinor' | 'capturedMinor' | 'refundedMinor'

function countOf(tallies: readonly Tally[], view: View, sum: Sum | null): ViewCount {
  const own = tallies.filter(({ status }) => VIEW_STATUSES[view].includes(status))
  const sums = sum === null ? [] : sumsOf(own, sum)
  return { count: total(own, 'count'), isCapped: false, sums, endToday: 0 }
}

function total<K extends string>(counted: readonly Readonly<Record<K, number>>[], key: K): number {
  return counted.reduce((all, one) => all + one[key], 0)
}

function sumsOf<K extends Sum>(
  counted: readonly (Readonly<Record<K, number>> & { readonly currency: string })[],
  sum: K,
): readonly CurrencySum[] {
  const sums = new Map<string, number>()
  for (const one of counted) {
    sums.set(one.currency, (sums.get(one.currency) ?? 0) + one[sum])
  }
  return [...sums]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .filter(({ amountMinor }) => amountMinor > 0)
    .sort((left, right) => right.amountMinor - left.amountMinor)
}
