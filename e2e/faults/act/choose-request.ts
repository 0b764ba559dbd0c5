import type { AmountChoice, OperationEntries } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { methodRules } from '@/lib/domain/rules/find-method-rules'
import type { OperationRequest } from '../model/messages'
import { LINE_CHANGES, LINE_PICKS, ORDER_MINOR } from '../model/order'
import type { Payment } from '../model/payment'
import type { Random } from '../model/random'
import type { Participant } from '../plan/participant'

const WRAP = {
  description: 'Gift wrapping',
  quantityMicros: 1_000_000,
  unitPriceMinor: 4_900,
  vatBasisPoints: 2_500,
  priceIncludesVat: true,
}

const WEIGHTS: Readonly<Record<OperationRequest['kind'], number>> = {
  capture: 10,
  refund: 10,
  void: 1,
  update_authorization: 3,
  extend_authorization: 1,
}

/** Chooses a request that the payment allows; null when no request of these kinds is possible. */
export function chooseRequest(
  participant: Participant,
  random: Random,
  payment: Payment,
  operationId: string,
  kinds?: readonly OperationKind[],
): OperationRequest | null {
  const possible = possibleKinds(participant, payment).filter(
    (kind) => kinds?.includes(kind) ?? true,
  )
  if (possible.length === 0) return null
  const kind = random.pick(
    possible.flatMap((one) => Array<OperationRequest['kind']>(WEIGHTS[one]).fill(one)),
  )
  const { id: transactionId, moneyRevision: expectedRevision } = payment
  const common = { operationId, transactionId, currency: participant.currency, expectedRevision }
  const reason = 'As the customer wished'
  switch (kind) {
    case 'capture':
      return { kind, input: { ...common, choice: toCapture(random, payment), label: null } }
    case 'refund': {
      const choice = toRefund(random, payment)
      return { kind, input: { ...common, choice, reason, label: random.pick([null, 'RET-7']) } }
    }
    case 'void':
      return { kind, input: { ...common, amountMinor: payment.heldMinor, reason } }
    case 'update_authorization': {
      return { kind, input: { ...common, ...toChange(random, payment), reason } }
    }
    case 'extend_authorization':
      return { kind, input: { ...common, reason } }
  }
}

function possibleKinds(participant: Participant, payment: Payment): OperationRequest['kind'][] {
  const { heldMinor, capturedMinor, refundableMinor, authorizedMinor } = payment
  const rules = methodRules(participant.provider, payment.method)
  const isUntouched = capturedMinor === 0
  const holds = heldMinor > 0
  const kinds: OperationRequest['kind'][] = []
  if (holds && (isUntouched || !participant.capturesOnce)) kinds.push('capture')
  if (holds && (isUntouched || rules.voidsRest)) kinds.push('void')
  if (holds && rules.extendsTime) kinds.push('extend_authorization')
  if (holds && rules.updatesItems && payment.orderedMinor === authorizedMinor) {
    kinds.push('update_authorization')
  }
  if (refundableMinor > 0) kinds.push('refund')
  return kinds
}

function toCapture(random: Random, payment: Payment): AmountChoice {
  return isAsOrdered(payment) && random.chance(0.3)
    ? random.pick(LINE_PICKS)
    : someOf(random, payment.heldMinor)
}

/** Refunds by line when everything captured was picked by line. */
function toRefund(random: Random, { capturedMinor, refundableMinor }: Payment): AmountChoice {
  const picked = LINE_PICKS.find(({ amountMinor }) => amountMinor === capturedMinor)
  return picked !== undefined && refundableMinor === capturedMinor && random.chance(0.7)
    ? picked
    : someOf(random, refundableMinor)
}

/** Adds a line; changes one or takes it out where none has been touched. */
function toChange(
  random: Random,
  payment: Payment,
): Omit<OperationEntries['update_authorization'], 'reason'> {
  if (isAsOrdered(payment) && random.chance(0.6)) {
    return { additions: [], ...random.pick(LINE_CHANGES) }
  }
  const amountMinor = payment.orderedMinor + WRAP.unitPriceMinor
  return { additions: [WRAP], changes: [], amountMinor }
}

function isAsOrdered({ orderedMinor, capturedMinor }: Payment): boolean {
  return orderedMinor === ORDER_MINOR && capturedMinor === 0
}

/** Mostly a part, so that later steps find something left. */
function someOf(random: Random, leftMinor: number): AmountChoice {
  if (random.chance(0.05)) return { mode: 'all', amountMinor: leftMinor }
  const amountMinor = Math.max(1, random.int(Math.ceil(leftMinor / 100), Math.ceil(leftMinor / 5)))
  return { mode: 'amount', amountMinor: Math.min(amountMinor, leftMinor) }
}
