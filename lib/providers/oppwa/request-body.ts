import type { OperationCommand } from '../port'
import { formatWireAmount } from './entries/amounts'
import type { PaymentTree } from './entries/payment-tree'
import { isPartialVoid, notPlanned, targetOf, type NotPlanned } from './entries/target'
import type { RequestedOperation } from './interpret-response'
import type { Fields } from './session'
import type { OppwaSettings } from './settings'

/** A form that is ready to be posted, and what its answer has to show. */
export interface PlannedOperation {
  readonly ok: true
  readonly path: string
  readonly fields: Fields
  readonly requested: RequestedOperation
}

/**
 * The request for an operation (§4, §5). `tree` is null when the payment could not be read;
 * then a refund can't choose its capture.
 */
export function planOperation(
  command: OperationCommand,
  entityId: string,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): PlannedOperation | NotPlanned {
  if (command.transaction.providerTransactionId === '') {
    return notPlanned({ code: 'no_provider_id' })
  }
  const target = targetOf(command, tree, settings)
  if (!target.ok) return target
  const fields = operationFields({ ...command, entityId, paymentType: target.type }, settings)
  if (fields === null) {
    return notPlanned({ code: 'two_decimals_only' })
  }
  const isWholeVoid = command.kind === 'void' && !isPartialVoid(command, tree, settings)
  const { amount, currency, ...withoutAmount } = fields
  return {
    ok: true,
    path: target.path,
    fields: isWholeVoid ? withoutAmount : { ...withoutAmount, amount, currency },
    requested: {
      paymentType: target.type,
      targetId: target.id,
      knownIds: tree?.entries.map(({ entry }) => entry.id) ?? [],
      amountMinor: command.amountMinor,
      currency: command.currency,
      reference: command.reference,
    },
  }
}

/**
 * The fields of every operation with an amount; null for an amount that the protocol can't express.
 */
function operationFields(
  operation: {
    readonly entityId: string
    readonly paymentType: string
    readonly amountMinor: number
    readonly currency: string
    readonly reference: string
    readonly transaction: { readonly orderReference: string | null }
  },
  settings: Pick<OppwaSettings, 'environment' | 'testMode'>,
): (Fields & { readonly amount: string; readonly currency: string }) | null {
  const { currency, transaction } = operation
  const amount = formatWireAmount(operation.amountMinor, currency)
  if (amount === null) return null
  const invoice = transaction.orderReference ?? ''
  const testMode = settings.environment === 'test' ? settings.testMode : undefined
  return {
    entityId: operation.entityId,
    paymentType: operation.paymentType,
    amount,
    currency,
    merchantTransactionId: operation.reference,
    ...(isReference(invoice) && { merchantInvoiceId: invoice }),
    ...(testMode !== undefined && { testMode }),
  }
}

/** Shorter references are refused by the platform (§3). */
function isReference(text: string): boolean {
  return text.length >= 8 && text.length <= 255
}
