import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { imports } from '@/db/schema/connections'
import type { MalformedEntry } from '@/lib/domain/provider/provider'

export interface ImportCounts {
  readonly pages: number
  /** Entries in the provider's list. */
  readonly read: number
  /** Payments written: those that brought something new. */
  readonly written: number
  readonly malformed: number
}

/** Notes that an import has begun. */
export async function insertImport(
  database: Database,
  id: string,
  connectionId: string,
): Promise<void> {
  await database.run((db) => db.insert(imports).values({ id, connectionId }))
}

/** Keeps how far an import has come. */
export async function updateImport(
  database: Database,
  id: string,
  report: ImportCounts & { readonly problems: readonly MalformedEntry[] },
): Promise<void> {
  const { pages, read, written, malformed, problems } = report
  await database.run((db) =>
    db
      .update(imports)
      .set({ pages, read, written, malformed, problems: [...problems] })
      .where(eq(imports.id, id)),
  )
}

/** Notes that an import has ended; `problem` is null when it came to the end of the list. */
export async function finishImport(
  database: Database,
  id: string,
  problem: string | null,
): Promise<void> {
  await database.run((db) =>
    db
      .update(imports)
      .set({ finishedAt: sql`now()`, failure: problem })
      .where(eq(imports.id, id)),
  )
}
