import dns from 'node:dns'
import { database as sharedDatabase } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findConnection } from '@/db/queries/sync/connections'
import { runBatchLoop } from '@/lib/jobs/batch-loop'
import { runDeliveryLoop } from '@/lib/jobs/watch-loops'
import { runRepairLoop } from '@/lib/jobs/repair-loop'
import { capturePayment } from '@/lib/operations/capture-payment'
import { changeOrderItems } from '@/lib/operations/change-order-items'
import { extendAuthorization } from '@/lib/operations/extend-authorization'
import { refundPayment } from '@/lib/operations/refund-payment'
import { rehearseSelection } from '@/lib/batch/rehearse-batch'
import { runRow } from '@/lib/batch/run-row'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { voidPayment } from '@/lib/operations/void-payment'
import { checkNow } from '@/lib/repair/check-now'
import { importReferences } from '@/lib/sync/import-references'
import { importTransactions } from '@/lib/sync/import-transactions'
import { startShown, valueOf, viewOf } from '@/testing/batches'
import { startWebhookServer } from '@/testing/webhook-server'
import type { ImportEnd, OperationRequest, Order, Report, Reply } from '../model/messages'
import { IMPORT_REFERENCE, tagCalls, taggedWith } from './tag-calls'

/** One application instance without its pages: the real use cases, webhook addresses and loops. */

const database = sharedDatabase()
const stopRepair = new AbortController()
const realNow = Date.now.bind(Date)
const realLookup = dns.lookup.bind(dns)

process.on('message', (order: Order) => {
  switch (order.type) {
    case 'request':
      void handleRequest(order)
      return
    case 'import':
      void taggedWith(IMPORT_REFERENCE, () => importAll(order))
      return
    case 'check':
      void checkOperation(order)
      return
    case 'batch':
      void handleBatch(order)
      return
    case 'repair':
      void runRepairLoop(database, stopRepair.signal)
      void runDeliveryLoop(database, stopRepair.signal)
      void runBatchLoop(database, stopRepair.signal, carryOutRow)
      return
    case 'clock':
      Date.now = () => realNow() + order.offsetMs
      return
    case 'stop':
      stopRepair.abort()
      process.exit(0)
  }
})
process.on('disconnect', () => process.exit(0))
failLookups()
tagCalls()
const { port: webhookPort } = await startWebhookServer()
report({ type: 'ready', webhookPort })

function report(message: Report): void {
  process.send?.(message)
}

async function handleRequest(order: Extract<Order, { type: 'request' }>): Promise<void> {
  const { actor, requestId } = order
  let reply: Reply
  try {
    const requestedAt = await findDatabaseTime(database)
    const result = await taggedWith(order.request.input.operationId, () =>
      carryOut({ database, actor, requestId, requestedAt }, order.request),
    )
    reply = result.ok
      ? { kind: 'state', state: result.value.state, amountMinor: result.value.amountMinor }
      : { kind: 'failure', failure: result.error }
  } catch (error) {
    reply = { kind: 'internal', message: error instanceof Error ? error.message : String(error) }
  }
  report({ type: 'reply', id: order.id, reply })
}

/** Carries out a row as one call of its operation, and reports its beginning and its end. */
const carryOutRow: typeof runRow = async (rows, row) => {
  const { operationId } = row
  report({ type: 'row', operationId, isOver: false })
  try {
    return await taggedWith(operationId, () => runRow(rows, row))
  } finally {
    report({ type: 'row', operationId, isOver: true })
  }
}

async function handleBatch(order: Extract<Order, { type: 'batch' }>): Promise<void> {
  const { actor, batchId, transactionIds, step } = order
  let problem: string | null = null
  try {
    if (step === 'rehearse') {
      const requestedAt = await findDatabaseTime(database)
      const context = { database, actor, requestId: batchId, requestedAt, timeZone: 'UTC' }
      const selection = { by: 'payments', transactionIds } as const
      valueOf(
        await rehearseSelection(context, { batchId, kind: 'capture', selection, reason: null }),
      )
    } else {
      valueOf(await startShown(database, actor, await viewOf(database, actor, batchId)))
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
  }
  report({ type: 'batch', id: order.id, problem })
}

async function checkOperation(order: Extract<Order, { type: 'check' }>): Promise<void> {
  let waitMs: number | null = null
  try {
    const result = await checkNow(
      { database, actor: { scope: 'all' } },
      { operationId: order.operationId },
    )
    if (result.ok) waitMs = result.value.waitMs
  } catch {
    // The database may be down; a person would ask again.
  }
  report({ type: 'checked', id: order.id, waitMs })
}

async function importAll(order: Extract<Order, { type: 'import' }>): Promise<void> {
  let end: ImportEnd = { problem: null, unread: [] }
  try {
    const connection = await findConnection(database, order.connectionId)
    if (connection === null) throw new Error('there is no such connection')
    const result =
      order.references === null
        ? await importTransactions(database, connection, { onProgress: () => undefined })
        : await importReferences(database, connection, order.references)
    end = result.ok
      ? { problem: null, unread: result.value.problems.map((one) => one.providerTransactionId) }
      : { problem: result.error.message ?? result.error.code, unread: [] }
  } catch (error) {
    end = { problem: error instanceof Error ? error.message : String(error), unread: [] }
  }
  report({ type: 'imported', id: order.id, end })
}

function carryOut(
  context: OperationContext,
  request: OperationRequest,
): ReturnType<typeof capturePayment> {
  switch (request.kind) {
    case 'capture':
      return capturePayment(context, request.input)
    case 'refund':
      return refundPayment(context, request.input)
    case 'void':
      return voidPayment(context, request.input)
    case 'update_authorization':
      return changeOrderItems(context, request.input)
    case 'extend_authorization':
      return extendAuthorization(context, request.input)
  }
}

/** Makes names that end in `.invalid` fail immediately, whatever the machine's resolver does. */
function failLookups(): void {
  const lookup = (name: string, ...rest: unknown[]): void => {
    const callback = rest.at(-1)
    if (!name.endsWith('.invalid') || typeof callback !== 'function') {
      Reflect.apply(realLookup, dns, [name, ...rest])
      return
    }
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
    setImmediate(() => {
      Reflect.apply(callback, undefined, [error])
    })
  }
  Object.assign(dns, { lookup })
}
