import { quantityNumber } from '@/lib/domain/money/quantity'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { reasonInWords } from '@/lib/domain/operation/reasons'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { CommandLine, OperationCommand } from '../port'

const PATHS: Readonly<Partial<Record<OperationKind, string>>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
  update_authorization: 'authorization',
  extend_authorization: 'authorization',
}

/**
 * The path of an operation below the base URL (fact sheet §8, §10). Throws for a kind that the API
 * doesn't have.
 */
export function operationPath(command: OperationCommand): string {
  const word = PATHS[command.kind]
  if (word === undefined) throw notOffered(command)
  return `/transactions/${encodeURIComponent(command.transaction.providerTransactionId)}/${word}`
}

/** The JSON body of an operation; null for a void, which must not have one (§8.3). */
export function operationBody(command: OperationCommand): string | null {
  if (command.kind === 'void') return null
  const items = command.lines.map(lineBody)
  const metadata = { ext_operation_id: command.operationId }
  const common = { amount: command.amountMinor, ...(items.length > 0 ? { items } : {}) }
  const reason = command.reason === null ? {} : { reason: reasonInWords(command.reason) }
  switch (command.kind) {
    case 'capture':
      return JSON.stringify({ ...common, capture_reference: command.reference, metadata })
    case 'refund':
      return JSON.stringify({ ...common, ...reason, refund_reference: command.reference, metadata })
    case 'update_authorization':
      return JSON.stringify({
        amount: command.amountMinor,
        ...(command.newItems === null ? {} : { items: command.newItems.map(itemBody) }),
        ...reason,
        reference: command.reference,
      })
    case 'extend_authorization':
      return JSON.stringify({ ...reason, reference: command.reference })
    default:
      throw notOffered(command)
  }
}

function notOffered({ kind }: OperationCommand): Error {
  return new Error(`Dintero has no ${kind}`)
}

/** Klarna shows these to the buyer, so every figure goes along (§11, known defect 13). */
function lineBody(line: CommandLine): Readonly<Record<string, unknown>> {
  return itemBody({
    ...line.item,
    quantityMicros: line.quantityMicros,
    amountMinor: line.amountMinor,
    vatAmountMinor: line.vatAmountMinor,
  })
}

function itemBody(item: OrderItem): Readonly<Record<string, unknown>> {
  return {
    line_id: item.lineId,
    ...(item.sku === null ? {} : { id: item.sku }),
    description: item.description,
    ...(item.quantityMicros === null ? {} : { quantity: quantityNumber(item.quantityMicros) }),
    amount: item.amountMinor,
    ...(item.vatBasisPoints === null ? {} : { vat: item.vatBasisPoints / 100 }),
    ...(item.vatAmountMinor === null ? {} : { vat_amount: item.vatAmountMinor }),
    type: item.kind,
  }
}
