import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

/** The values of a row in the order of its columns. */
export type JsonRow = readonly unknown[]

type Columns = Readonly<Record<string, PgColumn>>

type RowOf<C extends Columns> = {
  [K in keyof C]: C[K]['_']['notNull'] extends true ? C[K]['_']['data'] : C[K]['_']['data'] | null
}

/**
 * The rows of another table as one value of a statement, so that everything in its answer is from
 * the same moment. Their values are the same as those of a select of these columns.
 */
export function rowsAsJson<C extends Columns>(
  columns: C,
  from: { readonly table: PgTable; readonly where: SQL; readonly orderBy: SQL },
): SQL<RowOf<C>[]> {
  return sql`(
    select coalesce(jsonb_agg(${rowAsJson(columns)} order by ${from.orderBy}), '[]')
    from ${from.table} where ${from.where}
  )`.mapWith((rows: readonly JsonRow[]) => rows.map((row) => rowFromJson(columns, row)))
}

/** A row of these columns as one value of a statement. */
export function rowAsJson(columns: Columns): SQL {
  return sql`jsonb_build_array(${sql.join(Object.values(columns), sql`, `)})`
}

/** Turns the output of `rowAsJson` into the values that a select of these columns gives. */
export function rowFromJson<C extends Columns>(columns: C, row: JsonRow): RowOf<C> {
  const values = Object.entries(columns).map(([name, column], index) => {
    const value = row[index] ?? null
    return [name, value === null ? null : column.mapFromDriverValue(value)]
  })
  return Object.fromEntries(values) as RowOf<C>
}
