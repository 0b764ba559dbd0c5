import type { Saying } from '@/lib/domain/saying'
import { heldMinor } from '@/lib/domain/transaction'
import type { OperationCommand } from '../port'
import { formatWireAmount } from './amounts'
import type { Asked } from './judge-answer'
import type { PaymentTree } from './payment-tree'
import { refundTarget } from './refund-target'
import type { Fields } from './session'
import type { OppwaSettings } from './settings'
import { deriveTotals } from './totals'

/** A form that is ready to be posted, and what its answer has to show. */
export interface PlannedOperation {
  readonly ok: true
  readonly path: string
  readonly fields: Fields
  readonly asked: Asked
}

/** Why nothing is sent. */
export interface NotPlanned {
  readonly ok: false
  readonly message: Saying
}

type Target = { readonly ok: true; readonly type: string; readonly id: string } | NotPlanned

/**
 * The request for an operation (§4, §5). `tree` is null when the payment could not be looked at;
 * then a refund can't choose its capture.
 */
export function planOperation(
  command: OperationCommand,
  entityId: string,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): PlannedOperation | NotPlanned {
  const target = targetOf(command, tree, settings)
  if (!target.ok) return target
  if (target.id === '') return notPlanned({ code: 'no_provider_id' })
  const fields = operationFields({ ...command, entityId, paymentType: target.type }, settings)
  if (fields === null) {
    return notPlanned({ code: 'two_decimals_only' })
  }
  const isWholeVoid = command.kind === 'void' && !isPartialVoid(command, tree, settings)
  const { amount, currency, ...withoutAmount } = fields
  return {
    ok: true,
    path: `/v1/payments/${encodeURIComponent(target.id)}`,
    fields: isWholeVoid ? withoutAmount : { ...withoutAmount, amount, currency },
    asked: {
      paymentType: target.type,
      targetId: target.id,
      amountMinor: command.amountMinor,
      currency: command.currency,
      reference: command.reference,
    },
  }
}

/** What every operation with an amount brings; null for an amount that the wire can't say. */
export function operationFields(
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

function targetOf(
  command: OperationCommand,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): Target {
  const id = command.transaction.providerTransactionId
  switch (command.kind) {
    case 'capture':
      return { ok: true, type: 'CP', id }
    case 'void':
      return voidTarget(command, tree, settings)
    case 'refund': {
      if (tree === null) {
        return notPlanned({ code: 'capture_not_found_now' })
      }
      const charge = refundTarget(tree, command.amountMinor)
      return charge.ok ? { ok: true, type: 'RF', id: charge.id } : charge
    }
    case 'update_authorization':
    case 'extend_authorization':
      return notPlanned({ code: 'no_change_possible' })
  }
}

function voidTarget(
  command: OperationCommand,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): Target {
  if (!settings.reversesRest && hasCapture(tree)) {
    return notPlanned({ code: 'rest_not_voidable' })
  }
  if (tree !== null && command.amountMinor > heldMinor(deriveTotals(tree, settings))) {
    return notPlanned({ code: 'less_is_held' })
  }
  if (!settings.partialReversal && isPartialVoid(command, tree, settings)) {
    return notPlanned({ code: 'whole_voids_only' })
  }
  return { ok: true, type: 'RV', id: command.transaction.providerTransactionId }
}

/** Less than what is held; everything is taken to be held alone when it could not be looked up. */
function isPartialVoid(
  command: OperationCommand,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): boolean {
  return tree !== null && command.amountMinor < heldMinor(deriveTotals(tree, settings))
}

function hasCapture(tree: PaymentTree | null): boolean {
  if (tree === null) return true
  return tree.entries.some((one) => one.entry.paymentType === 'CP' && one.state === 'succeeded')
}

/** Shorter references are refused by the platform (§3). */
function isReference(text: string): boolean {
  return text.length >= 8 && text.length <= 255
}

function notPlanned(message: Saying): NotPlanned {
  return { ok: false, message }
}
