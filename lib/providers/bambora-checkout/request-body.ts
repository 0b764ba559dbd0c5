import { quantityNumber } from '@/lib/domain/money/quantity'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { CommandLine, OperationCommand } from '../port'

/**
 * The provider's words for the operations that it has; it does not know the others (fact sheet §7).
 */
const PATHS: Readonly<Partial<Record<OperationKind, string>>> = {
  capture: 'capture',
  refund: 'credit',
  void: 'delete',
}

/** The path of an operation below the transaction host; null for one that isn't offered. */
export function operationPath(command: OperationCommand): string | null {
  const word = PATHS[command.kind]
  if (word === undefined) return null
  return `/transactions/${encodeURIComponent(command.transaction.providerTransactionId)}/${word}`
}

/**
 * The JSON body of an operation. The amount is always named, so that nothing is moved that the
 * person did not see (clarification 1); a delete releases everything and has none.
 */
export function operationBody(command: OperationCommand): string {
  if (command.kind === 'void') return '{}'
  const lines = command.lines.filter((line) => line.quantityMicros !== 0)
  return JSON.stringify({
    amount: command.amountMinor,
    currency: command.currency,
    ...(lines.length > 0 && { invoicelines: invoiceLines(lines, command.amountMinor) }),
  })
}

/** Lines always add up to the amount: what rounding left over is a line of its own (§7.5). */
function invoiceLines(lines: readonly CommandLine[], amountMinor: number): readonly object[] {
  const sum = lines.reduce((total, line) => total + line.amountMinor, 0)
  const written = lines.map(invoiceLine)
  return sum === amountMinor ? written : [...written, roundingLine(amountMinor - sum)]
}

function invoiceLine({ item, ...line }: CommandLine): object {
  const vatMinor = line.vatAmountMinor ?? 0
  const quantity = line.quantityMicros === null ? 1 : quantityNumber(line.quantityMicros)
  const unit = (minor: number): number => Math.round(minor / quantity)
  return {
    id: item.sku ?? item.lineId,
    linenumber: item.lineId,
    description: item.description,
    text: item.description,
    quantity,
    unit: 'pcs.',
    unitprice: unit(line.amountMinor - vatMinor),
    unitpriceinclvat: unit(line.amountMinor),
    unitpricevatamount: unit(vatMinor),
    totalprice: line.amountMinor - vatMinor,
    totalpriceinclvat: line.amountMinor,
    totalpricevatamount: vatMinor,
    vat: (item.vatBasisPoints ?? 0) / 100,
  }
}

function roundingLine(amountMinor: number): object {
  return {
    id: 'rounding',
    linenumber: 'rounding',
    description: 'Rounding',
    text: 'Rounding',
    quantity: 1,
    unit: 'pcs.',
    vat: 0,
    unitprice: amountMinor,
    unitpriceinclvat: amountMinor,
    unitpricevatamount: 0,
    totalprice: amountMinor,
    totalpriceinclvat: amountMinor,
    totalpricevatamount: 0,
  }
}
