import type { Database } from '@/db/client'
import { findTransactionView } from '@/db/queries/transactions'
import type { Actor } from '@/lib/domain/actor'
import { captureCapability } from '@/lib/domain/capability'
import type { OperationRequest } from '@/lib/domain/operation'
import { remainingLines } from '@/lib/domain/remaining-lines'
import { failure, type Failure, type Result } from '@/lib/domain/result'
import { heldMinor } from '@/lib/domain/transaction'
import type { OrderItem } from '@/lib/domain/transaction-snapshot'
import type { OperationView, TransactionView } from '@/lib/domain/transaction-view'
import type { CommandLine } from '@/lib/providers/port'
import { clientFor } from './connection-client'
import { inputDigest } from './input-digest'
import { answerRepeated, operationOpen, runOperation } from './run-operation'

export interface CapturePayment {
  readonly operationId: string
  readonly transactionId: string
  /** What the person saw as left to capture. */
  readonly amountMinor: number
  readonly currency: string
}

/** Captures everything that is left of a payment, as the person saw it. */
export async function capturePayment(
  context: { readonly database: Database; readonly actor: Actor; readonly requestId: string },
  input: CapturePayment,
): Promise<Result<OperationView>> {
  const { database } = context
  const view = await findTransactionView(database, input.transactionId)
  if (view === null) return failure('not_found', 'There is no such payment.')
  const digest = inputDigest('capture', { ...input })
  const repeated = await answerRepeated(database, input.operationId, digest)
  if (repeated !== null) return repeated
  const problem = problemWith(view, input)
  if (problem !== null) return { ok: false, error: problem }

  const lines = remainingLines(view.items, input.amountMinor)
  const request: OperationRequest = {
    operationId: input.operationId,
    transactionId: view.id,
    kind: 'capture',
    amountMinor: input.amountMinor,
    currency: input.currency,
    lines,
    reason: null,
  }
  return runOperation({
    ...context,
    client: await clientFor(database, view.connection.id),
    connectionId: view.connection.id,
    request,
    inputDigest: digest,
    command: {
      transaction: {
        providerTransactionId: view.providerTransactionId,
        orderReference: view.orderReference,
      },
      method: view.method,
      amountMinor: request.amountMinor,
      currency: request.currency,
      lines: withItems(lines, view),
      reason: null,
    },
  })
}

function problemWith(view: TransactionView, input: CapturePayment): Failure | null {
  const open = view.operations.find((operation) => operation.settledAt === null)
  if (open !== undefined) return operationOpen(open)
  const capability = captureCapability(view)
  if (!capability.allowed) return { code: 'not_capturable', message: capability.reason }
  if (input.currency !== view.currency) {
    return {
      code: 'wrong_currency',
      message: `This payment is in ${view.currency}.`,
      field: 'currency',
    }
  }
  if (input.amountMinor > heldMinor(view.totals)) {
    return {
      code: 'amount_exceeds_left',
      message: 'That is more than what is still held. Nothing was sent; look at the new figures.',
      field: 'amountMinor',
    }
  }
  return null
}

function withItems(
  lines: readonly { lineId: string; quantityMicros: number | null; amountMinor: number }[],
  view: TransactionView,
): readonly CommandLine[] {
  const items = new Map<string, OrderItem>(view.items.map(({ item }) => [item.lineId, item]))
  return lines.flatMap((line) => {
    const item = items.get(line.lineId)
    return item === undefined ? [] : [{ ...line, item }]
  })
}
