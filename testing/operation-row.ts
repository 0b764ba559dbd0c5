import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { attempts, operations } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import { isOpen } from '@/lib/domain/operation/outcome'
import { findDemoActor } from './demo-actor'

type OperationRow = typeof operations.$inferSelect

/**
 * Writes an operation straight into the table, in whatever state a test needs; an open one holds
 * its payment. Unless the test says otherwise it is a capture of 30,00 NOK with a lost answer, sent
 * a minute ago and due a second ago.
 * @returns its id
 */
export async function addOperation(
  database: Database,
  transactionId: string,
  change: Partial<OperationRow> = {},
): Promise<string> {
  const actor = await findDemoActor(database, 'staff')
  const id = randomUUID()
  const state = change.state ?? 'unknown'
  const row = {
    id,
    transactionId,
    kind: 'capture',
    state,
    amountMinor: 3_000,
    currency: 'NOK',
    lines: [],
    reference: `pd-${id}`,
    inputDigest: id,
    actorId: actor.userId,
    actorName: actor.name,
    actorRole: 'staff',
    requestId: randomUUID(),
    baselineTotals: {
      authorizedMinor: 10_000,
      capturedMinor: 0,
      refundedMinor: 0,
      releasedMinor: 0,
    },
    baselineEventCount: 0,
    sentAt: state === 'intended' ? null : secondsAgo(60),
    settledAt: isOpen(state) ? null : secondsAgo(30),
    nextCheckAt: secondsAgo(1),
    ...change,
  } as const
  await database.run((db) => db.insert(operations).values(row))
  if (isOpen(state)) {
    const reservedCaptureMinor = row.kind === 'capture' ? row.amountMinor : 0
    const reservedRefundMinor = row.kind === 'refund' ? row.amountMinor : 0
    await database.run((db) =>
      db
        .update(transactions)
        .set({ openOperationId: row.id, reservedCaptureMinor, reservedRefundMinor })
        .where(eq(transactions.id, transactionId)),
    )
  }
  return row.id
}

/** Writes the attempt of an operation, on its way. Returns its id. */
export async function addAttempt(
  database: Database,
  operationId: string,
  change: Partial<typeof attempts.$inferSelect> = {},
): Promise<string> {
  const id = randomUUID()
  await database.run((db) => db.insert(attempts).values({ id, operationId, number: 1, ...change }))
  return id
}

/** An operation as the table holds it. */
export async function findOperationRow(database: Database, id: string): Promise<OperationRow> {
  const [row] = await database.run((db) =>
    db.select().from(operations).where(eq(operations.id, id)),
  )
  if (row === undefined) throw new Error('there is no such operation')
  return row
}

/** What a payment is held by and has reserved. */
export async function findReservation(database: Database, transactionId: string) {
  const { openOperationId, reservedCaptureMinor, reservedRefundMinor } = transactions
  const [row] = await database.run((db) =>
    db
      .select({ openOperationId, reservedCaptureMinor, reservedRefundMinor })
      .from(transactions)
      .where(eq(transactions.id, transactionId)),
  )
  if (row === undefined) throw new Error('there is no such payment')
  return row
}

/** The entries of the audit trail about an operation, oldest first. */
export async function listAuditOf(database: Database, operationId: string) {
  return database.run((db) =>
    db.execute(sql`
      select action, actor_id as "actorId", actor_name as "actorName", actor_role as "actorRole",
        request_id as "requestId", reason, address, detail, stream_id as "streamId"
      from audit_entries where operation_id = ${operationId} order by sequence`),
  )
}

/** A time by the clock of this machine, which the test database shares. */
export function secondsAgo(seconds: number): Date {
  return new Date(Date.now() - seconds * 1_000)
}
