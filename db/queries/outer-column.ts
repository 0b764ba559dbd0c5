import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * A column of the outer table for a subquery in a select list. A bare column would lose the name of
 * its table where the outer statement reads one table only, and a column of the subquery with the
 * same name would be taken for it.
 */
export function outerColumn(column: PgColumn): SQL {
  return sql`${column}`
}
