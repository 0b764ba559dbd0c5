import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'

/** Largest amount a JavaScript number holds exactly. */
const MAX_SAFE_AMOUNT = sql.raw(String(Number.MAX_SAFE_INTEGER))

/** Minor units; CHECK constraints keep it within the safe integers. */
export function amount() {
  return bigint({ mode: 'number' })
}

/** A point in time, kept with its zone. */
export function timestampTz() {
  return timestamp({ withTimezone: true, mode: 'date' })
}

/** Words of ours or of others, as JSON. A column of its own, because a plain one reads "42" as 42. */
export const statusDetail = customType<{ data: StatusDetail; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
})

/** `column IN ('a', 'b')` as literals, for CHECK constraints and partial indexes. */
export function oneOf(column: SQLWrapper, values: readonly string[]): SQL {
  const list = values.map((value) => `'${value}'`).join(', ')
  return sql`${column} in (${sql.raw(list)})`
}

/** `0 <= column <= 2^53 - 1`. */
export function isAmount(column: SQLWrapper): SQL {
  return sql`${column} between 0 and ${MAX_SAFE_AMOUNT}`
}
