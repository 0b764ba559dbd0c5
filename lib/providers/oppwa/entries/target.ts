import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import { heldMinor } from '@/lib/domain/payment/transaction'
import type { OperationCommand } from '../../port'
import type { OppwaSettings } from '../settings'
import { deriveTotals } from '../totals'
import type { PaymentTree } from './payment-tree'
import { refundTarget, refundTargetIn } from './refund-target'

/** The reason why nothing is sent. */
export interface NotPlanned {
  readonly ok: false
  readonly message: CodedStatusDetail
}

/** The id that an operation is posted to, and its payment type. */
interface Target {
  readonly ok: true
  readonly type: string
  /** The payment or operation that it refers to; null for one that stands alone. */
  readonly id: string | null
  readonly path: string
}

/**
 * Finds the entry that an operation refers to (§4): `tree` is null when the payment could not be
 * read.
 */
export function targetOf(
  command: OperationCommand,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): Target | NotPlanned {
  const id = command.transaction.providerTransactionId
  switch (command.kind) {
    case 'capture':
      return followUp('CP', id)
    case 'charge_again':
      return followUp('RB', id)
    case 'confirm_receipt':
      return followUp('RC', id)
    case 'pay_out':
      return creditTarget(tree)
    case 'void':
      return voidTarget(command, tree, settings)
    case 'refund': {
      const { history = [] } = command.transaction
      const charge =
        tree === null
          ? refundTargetIn(history, command.amountMinor)
          : refundTarget(tree, command.amountMinor)
      return charge.ok ? followUp('RF', charge.id) : charge
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
): Target | NotPlanned {
  if (!settings.reversesRest && hasCapture(tree, command)) {
    return notPlanned({ code: 'rest_not_voidable' })
  }
  if (tree !== null && command.amountMinor > heldMinor(deriveTotals(tree, settings))) {
    return notPlanned({ code: 'less_is_held' })
  }
  if (!settings.partialReversal && isPartialVoid(command, tree, settings)) {
    return notPlanned({ code: 'whole_voids_only' })
  }
  return followUp('RV', command.transaction.providerTransactionId)
}

/** A stand-alone credit goes to the stored card: card numbers never come near us (§4, §5.5). */
function creditTarget(tree: PaymentTree | null): Target | NotPlanned {
  if (tree === null) {
    return notPlanned({ code: 'stored_card_not_found_now' })
  }
  const { registrationId } = tree.root.entry
  if (registrationId === undefined) return notPlanned({ code: 'no_stored_card' })
  const path = `/v1/registrations/${encodeURIComponent(registrationId)}/payments`
  return { ok: true, type: 'CD', id: null, path }
}

function followUp(type: string, id: string): Target {
  return { ok: true, type, id, path: `/v1/payments/${encodeURIComponent(id)}` }
}

/**
 * Less than what is held. Where that could not be read, an account that can void a part names the
 * amount, and any other voids everything.
 */
export function isPartialVoid(
  command: OperationCommand,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): boolean {
  if (tree === null) return settings.partialReversal
  return command.amountMinor < heldMinor(deriveTotals(tree, settings))
}

/** By the stored history where the payment could not be read. */
function hasCapture(tree: PaymentTree | null, { transaction }: OperationCommand): boolean {
  if (tree === null) {
    const { history } = transaction
    return history?.some(({ kind, state }) => kind === 'capture' && state === 'succeeded') ?? true
  }
  return tree.entries.some((one) => one.entry.paymentType === 'CP' && one.state === 'succeeded')
}

/** A refusal of our own, before anything is sent. */
export function notPlanned(message: CodedStatusDetail): NotPlanned {
  return { ok: false, message }
}
