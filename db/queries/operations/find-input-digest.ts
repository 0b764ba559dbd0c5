import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { operations } from '@/db/schema/operations'

/** The digest of the input with which an operation id was used, or null when it never was. */
export async function findInputDigest(
  database: Database,
  operationId: string,
): Promise<string | null> {
  const [row] = await database.run((db) =>
    db
      .select({ digest: operations.inputDigest })
      .from(operations)
      .where(eq(operations.id, operationId)),
  )
  return row?.digest ?? null
}
