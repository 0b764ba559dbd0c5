import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { Intent } from '@/db/queries/operations/insert-intent'
import type { OperationRequest } from '@/lib/domain/operation/operation'
import { findDemoActor } from './demo-actor'

/** The intent and attempt to capture 30,00 NOK of a payment as it stands now, unless a test says otherwise. */
export async function operationIntent(
  database: Database,
  transactionId: string,
  request: Partial<OperationRequest> = {},
): Promise<Intent> {
  const operationId = request.operationId ?? randomUUID()
  const [payment] = await database.run((db) =>
    db.execute<{ moneyRevision: string }>(
      sql`select money_revision as "moneyRevision" from transactions where id = ${transactionId}`,
    ),
  )
  return {
    request: {
      operationId,
      transactionId,
      kind: 'capture',
      amountMinor: 3_000,
      currency: 'NOK',
      lines: [],
      newItems: null,
      orderChanges: null,
      reason: null,
      ...request,
    },
    attemptId: randomUUID(),
    expectedRevision: payment?.moneyRevision ?? '',
    inputDigest: operationId,
    reference: `pd-${operationId}`,
    actor: await findDemoActor(database, 'staff'),
    requestId: randomUUID(),
    requestedAt: await findDatabaseTime(database),
  }
}
