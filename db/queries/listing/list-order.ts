import { sql, type SQL } from 'drizzle-orm'
import type { ListCursor } from '@/lib/domain/listing/list-cursor'
import type { View } from '@/lib/domain/listing/list-view'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'

/** An order of the list, as an index has it. */
export interface ListOrder {
  readonly column: SQL
  /** Of rows with a `column` and an `id`. */
  readonly orderBy: SQL
  /** Condition for rows after a position. */
  readonly after: (cursor: ListCursor) => SQL
  /** Condition for rows before a position, and the row at it. */
  readonly upTo: (cursor: ListCursor) => SQL
  /** The position of a row in this order. */
  readonly positionOf: (row: TransactionListRow) => ListCursor
  /** `after`, in this process. */
  readonly isAfter: (row: ListCursor, cursor: ListCursor) => boolean
}

const position = ({ at, id }: ListCursor): SQL =>
  sql`(${at.toISOString()}::timestamptz, ${id}::uuid)`

function isLess(left: ListCursor, right: ListCursor): boolean {
  const difference = left.at.getTime() - right.at.getTime()
  return difference < 0 || (difference === 0 && left.id < right.id)
}

const NEWEST: ListOrder = {
  column: sql`provider_created_at`,
  orderBy: sql`provider_created_at desc nulls last, id desc nulls last`,
  after: (cursor) => sql`(provider_created_at, id) < ${position(cursor)}`,
  upTo: (cursor) => sql`(provider_created_at, id) >= ${position(cursor)}`,
  positionOf: ({ createdAt, id }) => ({ at: createdAt, id }),
  isAfter: isLess,
}

const DEADLINE: ListOrder = {
  column: sql`capture_by`,
  orderBy: sql`capture_by, id`,
  after: (cursor) => sql`(capture_by, id) > ${position(cursor)}`,
  upTo: (cursor) => sql`(capture_by, id) <= ${position(cursor)}`,
  positionOf: ({ captureDeadline, createdAt, id }) => ({
    at: captureDeadline?.at ?? createdAt,
    id,
  }),
  isAfter: (row, cursor) => isLess(cursor, row),
}

/** Newest first, but what expires first where that is the question. */
export function orderOf(view: View): ListOrder {
  return view === 'expiring' ? DEADLINE : NEWEST
}
