import type { OrderItem } from '@/lib/domain/transaction-snapshot'
import { quantityNumber } from '@/lib/domain/quantity'
import type { OperationKind } from '@/lib/domain/operation'
import type { CommandLine, OperationCommand } from '../port'

const PATHS: Readonly<Record<OperationKind, string>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
  update_authorization: 'authorization',
}

/** Where an operation is posted, below the base URL (fact sheet §8, §10). */
export function operationPath(command: OperationCommand): string {
  const id = encodeURIComponent(command.transaction.providerTransactionId)
  return `/transactions/${id}/${PATHS[command.kind]}`
}

/** The JSON body of an operation; null for a void, which must not have one (§8.3). */
export function operationBody(command: OperationCommand): string | null {
  if (command.kind === 'void') return null
  const items = command.lines.map(lineBody)
  const metadata = { ext_operation_id: command.operationId }
  const common = { amount: command.amountMinor, ...(items.length > 0 ? { items } : {}) }
  const reason = command.reason === null ? {} : { reason: command.reason }
  switch (command.kind) {
    case 'capture':
      return JSON.stringify({ ...common, capture_reference: command.reference, metadata })
    case 'refund':
      return JSON.stringify({ ...common, ...reason, refund_reference: command.reference, metadata })
    case 'update_authorization':
      return JSON.stringify({ ...common, ...reason, reference: command.reference })
  }
}

/** Klarna shows these to the buyer, so every figure goes along (§11, known defect 13). */
function lineBody(line: CommandLine): Readonly<Record<string, unknown>> {
  const { item } = line
  return {
    line_id: line.lineId,
    ...(item.sku === null ? {} : { id: item.sku }),
    description: item.description,
    ...(line.quantityMicros === null ? {} : { quantity: quantityNumber(line.quantityMicros) }),
    amount: line.amountMinor,
    ...vatBody(line, item),
    type: item.kind,
  }
}

function vatBody(line: CommandLine, item: OrderItem): Readonly<Record<string, number>> {
  if (item.vatBasisPoints === null) return {}
  const vat = item.vatBasisPoints / 100
  if (item.vatAmountMinor !== null && line.amountMinor === item.amountMinor) {
    return { vat, vat_amount: item.vatAmountMinor }
  }
  return { vat, vat_amount: vatInside(line.amountMinor, item.vatBasisPoints) }
}

/** VAT contained in an amount that includes it, rounded half up, in whole minor units. */
function vatInside(amountMinor: number, basisPoints: number): number {
  const divisor = 10_000n + BigInt(basisPoints)
  const doubled = (2n * BigInt(amountMinor) * BigInt(basisPoints) + divisor) / (2n * divisor)
  return Number(doubled)
}
