import { and, count, desc, eq, gte, sql, sum, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin, withinScope } from '@/db/queries/within-scope'
import { oneOf } from '@/db/schema/columns'
import { keptRests } from '@/db/schema/kept-rests'
import { operations } from '@/db/schema/operations'
import { transactionEvents, transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { DueBounds, DueSum } from '@/lib/domain/listing/due'
import { REST_AGES, type Rest, type RestAge, type RestSum } from '@/lib/domain/listing/rest'
import { REST_STATUSES } from '@/lib/domain/payment/transaction'
import { OVERVIEW_DAYS, type DayMovement, type ReasonSum } from '@/lib/domain/view/overview'
import { dueOfRow, HELD, HOLDS_MONEY } from './list-deadline'

/** Sums of held money by the urgency of its capture. */
export function sumToCapture(
  database: Database,
  scope: Scope,
  bounds: DueBounds,
): Promise<DueSum[]> {
  return database.run((db) =>
    db
      .select({
        due: dueOfRow(bounds).as('due'),
        currency: transactions.currency,
        count: count(),
        heldMinor: sum(HELD).mapWith(Number),
      })
      .from(transactions)
      .where(and(HOLDS_MONEY, withinScope(scope, transactions.connectionId)))
      .groupBy(sql`due`, transactions.currency),
  )
}

/** Sums of what is held after part captures, by decision and by the age of the order in days. */
export function sumRests(database: Database, scope: Scope, timeZone: string): Promise<RestSum[]> {
  const { id, status, connectionId, currency, providerCreatedAt } = transactions
  const daysOld = sql`(now() at time zone ${timeZone})::date - (${providerCreatedAt} at time zone ${timeZone})::date`
  const [week, month] = REST_AGES
  return database.run((db) =>
    db
      .select({
        rest: sql<Rest>`case when ${keptRests.transactionId} is null then 'open' else 'kept' end`.as(
          'rest',
        ),
        age: sql<RestAge>`case
          when ${daysOld} <= ${week.toDays}::int then 'week'
          when ${daysOld} <= ${month.toDays}::int then 'month'
          else 'older'
        end`.as('age'),
        currency,
        count: count(),
        heldMinor: sum(HELD).mapWith(Number),
      })
      .from(transactions)
      .leftJoin(keptRests, eq(keptRests.transactionId, id))
      .where(and(oneOf(status, REST_STATUSES), sql`${HELD} > 0`, withinScope(scope, connectionId)))
      .groupBy(sql`rest`, sql`age`, currency),
  )
}

/** Captures and refunds on each of the last days, as the providers report them. */
export function sumMovements(
  database: Database,
  scope: Scope,
  timeZone: string,
): Promise<DayMovement[]> {
  const { transactionId, occurredAt, kind, state, currency, amountMinor } = transactionEvents
  const day = sql<string>`(${occurredAt} at time zone ${timeZone})::date`.as('day')
  return database.run((db) =>
    db
      .select({
        day,
        currency,
        kind: sql<DayMovement['kind']>`${kind}`,
        count: count(),
        amountMinor: sql`coalesce(${sum(amountMinor)}, 0)`.mapWith(Number),
      })
      .from(transactionEvents)
      .where(
        // Literals, so that the partial index fits whatever plan is kept.
        and(
          sql`${kind} in ('capture', 'refund') and ${state} = 'succeeded'`,
          gte(occurredAt, firstDay(timeZone)),
          ofPaymentWithin(scope, transactionId),
        ),
      )
      .groupBy(sql`day`, currency, kind),
  )
}

/** Reasons for the refunds of the last days, the most frequent first. */
export function sumRefundReasons(
  database: Database,
  scope: Scope,
  timeZone: string,
): Promise<ReasonSum[]> {
  const { transactionId, kind, state, settledAt, currency, amountMinor } = operations
  const reason = sql<string | null>`split_part(${operations.reason}, ': ', 1)`.as('why')
  return database.run((db) =>
    db
      .select({ reason, currency, count: count(), amountMinor: sum(amountMinor).mapWith(Number) })
      .from(operations)
      .where(
        and(
          sql`${kind} = 'refund' and ${state} = 'succeeded'`,
          gte(settledAt, firstDay(timeZone)),
          ofPaymentWithin(scope, transactionId),
        ),
      )
      .groupBy(sql`why`, currency)
      .orderBy(desc(count()))
      .limit(LIMITS.overview.reasons),
  )
}

/** Midnight of the first day that is shown. */
function firstDay(timeZone: string): SQL {
  return dayStart(timeZone, 1 - OVERVIEW_DAYS)
}

/** Midnight of a day of the business, counted from today. */
function dayStart(timeZone: string, days: number): SQL {
  return sql`(date_trunc('day', now() at time zone ${timeZone}) + make_interval(days => ${days}::int)) at time zone ${timeZone}`
}
