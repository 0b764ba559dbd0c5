import { heldMinor } from '@/lib/domain/transaction'
import type { OperationCommand } from '../port'
import type { PaymentTree } from './payment-tree'
import { refundTarget } from './refund-target'
import type { OppwaSettings } from './settings'
import { deriveTotals } from './totals'

/** Why nothing is sent, in words. */
export interface NotPlanned {
  readonly ok: false
  readonly message: string
  readonly code?: string
}

/** What an operation is posted to, and as which payment type. */
interface Target {
  readonly ok: true
  readonly type: string
  /** The payment or operation that it refers to; null for one that stands alone. */
  readonly id: string | null
  readonly path: string
}

/** What an operation refers to (§4): `tree` is null when the payment could not be looked at. */
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
      if (tree === null) {
        return notPlanned(
          'Which capture to refund could not be looked up now. Try again in a minute.',
        )
      }
      const charge = refundTarget(tree, command.amountMinor)
      return charge.ok ? followUp('RF', charge.id) : charge
    }
    case 'update_authorization':
    case 'extend_authorization':
      return notPlanned('This provider cannot change an authorization.')
  }
}

function voidTarget(
  command: OperationCommand,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): Target | NotPlanned {
  if (!settings.reversesRest && hasCapture(tree)) {
    return notPlanned('After a capture this account cannot void the rest. It lapses by itself.')
  }
  if (tree !== null && command.amountMinor > heldMinor(deriveTotals(tree, settings))) {
    return notPlanned('Less is held at the provider than that. Look at the new figures.')
  }
  if (!settings.partialReversal && isPartialVoid(command, tree, settings)) {
    return notPlanned('This account can only void everything that is held.')
  }
  return followUp('RV', command.transaction.providerTransactionId)
}

/** A stand-alone credit goes to the stored card: card numbers never come near us (§4, §5.5). */
function creditTarget(tree: PaymentTree | null): Target | NotPlanned {
  if (tree === null) {
    return notPlanned('The stored card could not be looked up now. Try again in a minute.')
  }
  const { registrationId } = tree.root.entry
  if (registrationId === undefined) return notPlanned('The provider has stored no card for this.')
  const path = `/v1/registrations/${encodeURIComponent(registrationId)}/payments`
  return { ok: true, type: 'CD', id: null, path }
}

function followUp(type: string, id: string): Target {
  return { ok: true, type, id, path: `/v1/payments/${encodeURIComponent(id)}` }
}

/** Less than what is held; everything is taken to be held alone when it could not be looked up. */
export function isPartialVoid(
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

/** A refusal of our own, before anything is sent. */
export function notPlanned(message: string): NotPlanned {
  return { ok: false, message }
}
