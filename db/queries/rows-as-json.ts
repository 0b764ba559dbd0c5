import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

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
  const names = Object.keys(columns)
  const values = sql.join(Object.values(columns), sql`, `)
  const decode = (row: readonly unknown[]) =>
    Object.fromEntries(
      names.map((name, index) => {
        const value = row[index] ?? null
        return [name, value === null ? null : columns[name]?.mapFromDriverValue(value)]
      }),
    ) as RowOf<C>
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_array(${values}) order by ${from.orderBy}), '[]')
    from ${from.table} where ${from.where}
  )`.mapWith((rows: readonly (readonly unknown[])[]) => rows.map(decode))
}
