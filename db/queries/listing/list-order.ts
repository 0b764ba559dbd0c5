import { sql, type SQL } from 'drizzle-orm'
import type { ListCursor } from '@/lib/domain/listing/list-cursor'
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

function deadlineOf({ captureDeadline, createdAt, id }: TransactionListRow): ListCursor {
  return { at: captureDeadline?.at ?? createdAt, id }
}

/** The newest payment first. */
export const NEWEST: ListOrder = {
  column: sql`provider_created_at`,
  orderBy: sql`provider_created_at desc nulls last, id desc nulls last`,
  after: (cursor) => sql`(provider_created_at, id) < ${position(cursor)}`,
  upTo: (cursor) => sql`(provider_created_at, id) >= ${position(cursor)}`,
  positionOf: ({ createdAt, id }) => ({ at: createdAt, id }),
  isAfter: isLess,
}

/** The oldest payment first: the index of the newest read backwards. */
export const OLDEST: ListOrder = {
  column: sql`provider_created_at`,
  orderBy: sql`provider_created_at nulls first, id nulls first`,
  after: (cursor) => sql`(provider_created_at, id) > ${position(cursor)}`,
  upTo: (cursor) => sql`(provider_created_at, id) <= ${position(cursor)}`,
  positionOf: NEWEST.positionOf,
  isAfter: (row, cursor) => isLess(cursor, row),
}

/** The earliest deadline first. */
export const EARLIEST_DEADLINE: ListOrder = {
  column: sql`capture_by`,
  orderBy: sql`capture_by, id`,
  after: (cursor) => sql`(capture_by, id) > ${position(cursor)}`,
  upTo: (cursor) => sql`(capture_by, id) <= ${position(cursor)}`,
  positionOf: deadlineOf,
  isAfter: (row, cursor) => isLess(cursor, row),
}

/** The latest deadline first: the index of deadlines read backwards, of rows that have one. */
export const LATEST_DEADLINE: ListOrder = {
  column: sql`capture_by`,
  orderBy: sql`capture_by desc, id desc`,
  after: (cursor) => sql`(capture_by, id) < ${position(cursor)}`,
  upTo: (cursor) => sql`(capture_by, id) >= ${position(cursor)}`,
  positionOf: deadlineOf,
  isAfter: isLess,
}
