import { z } from 'zod'
import type { Oppwa } from '../oppwa'
import type { Payment, PaymentType } from '../payment'
import { isSuccess, successCode } from '../codes/codes'
import { checkFollowUp, type FollowUp } from '../money/check-follow-up'
import { follow } from '../money/operate'
import { capturable, chargeLeft, isCharge, totalsOf } from '../money/totals'

/** An operation in the reseller's portal, or a chargeback of the customer's bank. */
export const portalSchema = z.strictObject({
  operation: z.enum(['capture', 'refund', 'void', 'chargeback', 'chargeback-reversal']),
  /** Hundredths; by default all that is left, of the oldest charge for a refund. */
  amount: z.int().min(1).optional(),
  /** Another result, such as a chargeback's reason or one that stays uncertain. */
  code: z
    .string()
    .regex(/^\d{3}\.\d{3}\.\d{3}$/)
    .optional(),
})

const TYPES: Readonly<Record<z.infer<typeof portalSchema>['operation'], PaymentType>> = {
  capture: 'CP',
  refund: 'RF',
  void: 'RV',
  chargeback: 'CB',
  'chargeback-reversal': 'CR',
}

/** Carries out an operation of the portal; returns the code when the state forbids it. */
export function actInPortal(
  oppwa: Oppwa,
  root: Payment,
  options: z.infer<typeof portalSchema>,
): string | null {
  const { settings, channels } = oppwa.state
  const tree = oppwa.state.treeOf(root.id)
  const charge = tree.find(
    (one) => isCharge(one) && isSuccess(one.code) && chargeLeft(tree, one) > 0,
  )
  const target = targetOf(options.operation, tree, charge) ?? root
  const left = {
    capture: capturable(totalsOf(tree), settings.multipleCaptures),
    refund: chargeLeft(tree, target),
    void: null,
    chargeback: chargeLeft(tree, target),
    'chargeback-reversal': target.hundredths,
  }[options.operation]
  const request: FollowUp = {
    type: TYPES[options.operation],
    hundredths: options.amount ?? left,
    currency: root.currency,
    by: 'portal',
  }
  const nowMs = oppwa.now()
  const checked = checkFollowUp({ tree, target, request, settings, nowMs })
  if ('code' in checked) return checked.code
  const channel = channels.get(root.entityId)
  if (!channel) return 'the entity has no channel'
  const code = options.code ?? successCode(channel)
  const result = { hundredths: checked.hundredths, code, nowMs }
  oppwa.record({ kind: 'payment', payment: follow(target, request, result) })
  return null
}

/** The entry that an operation refers to; nothing where that is the payment itself. */
function targetOf(
  operation: z.infer<typeof portalSchema>['operation'],
  tree: readonly Payment[],
  charge: Payment | undefined,
): Payment | undefined {
  if (operation === 'refund' || operation === 'chargeback') return charge
  return operation === 'chargeback-reversal' ? tree.find(({ type }) => type === 'CB') : undefined
}
