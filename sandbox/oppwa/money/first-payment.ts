import type { ProviderResponse } from '../../calls/response'
import { parameterErrorResponse, resultResponse } from '../responses'
import type { Channel } from '../channels'
import { CODE, successCode } from '../codes/codes'
import { RANDOM, paymentId } from '../ids'
import type { Oppwa } from '../oppwa'
import { FIRST_TYPES, type Card, type Payment } from '../payment'
import { store } from './operate'
import { readParameters, type Parameters } from './parameters'

const CARD_FIELDS = [
  'paymentBrand',
  'card.number',
  'card.holder',
  'card.expiryMonth',
  'card.expiryYear',
]

/**
 * A payment by card, without an earlier one (fact sheet §4, §5.5). An operation with an empty id is
 * handled here too, and is refused for its missing card.
 */
export function firstPayment(
  oppwa: Oppwa,
  channel: Channel,
  form: URLSearchParams,
): ProviderResponse {
  const nowMs = oppwa.now()
  const read = readParameters(form, FIRST_TYPES, oppwa.state.settings)
  if ('code' in read) return resultResponse(400, read.code, nowMs)
  const lacking = CARD_FIELDS.filter((name) => !form.get(name))
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...lacking.map((name) => ({ name, value: null, message: 'may not be empty' })),
  ]
  if ('errors' in read || errors.length > 0) return parameterErrorResponse(errors, nowMs)
  const { parameters } = read
  const isInvalid = !isCardNumber(form.get('card.number') ?? '')
  const code =
    parameters.forcedCode ??
    (isInvalid ? CODE.invalidCard : successCode(channel, parameters.testMode))
  const payment = makePayment(channel, parameters, code, nowMs, {
    brand: form.get('paymentBrand') ?? 'VISA',
    card: cardOf(form),
  })
  return store(oppwa, payment, { code })
}

function cardOf(form: URLSearchParams): Card {
  const number = form.get('card.number') ?? ''
  return {
    bin: number.slice(0, 6),
    last4Digits: number.slice(-4),
    holder: form.get('card.holder') ?? '',
    expiryMonth: form.get('card.expiryMonth') ?? '',
    expiryYear: form.get('card.expiryYear') ?? '',
  }
}

/** A first payment of a channel; its id is also that of its tree. */
export function makePayment(
  channel: Channel,
  parameters: Parameters,
  code: string,
  nowMs: number,
  means: Pick<Payment, 'brand' | 'card' | 'registrationId'>,
): Payment {
  const id = paymentId(RANDOM)
  const { merchantTransactionId, merchantInvoiceId, testMode, customParameters } = parameters
  return {
    ...means,
    id,
    rootId: id,
    entityId: channel.entityId,
    type: parameters.type,
    hundredths: parameters.hundredths ?? 0,
    currency: parameters.currency ?? '',
    code,
    createdAt: new Date(nowMs).toISOString(),
    by: 'api',
    ...(merchantTransactionId !== undefined && { merchantTransactionId }),
    ...(merchantInvoiceId !== undefined && { merchantInvoiceId }),
    ...(testMode !== undefined && { testMode }),
    ...(customParameters && { customParameters }),
  }
}

/** True for digits that end in the right check digit, by the formula of Luhn (fact sheet §15). */
function isCardNumber(number: string): boolean {
  if (!/^\d+$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character)
    const weighted = index % 2 === 1 ? digit * 2 : digit
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}
