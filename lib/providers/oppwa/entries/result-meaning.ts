import { resultGroup, type ResultGroup } from './result-groups'

/** The meaning of a result code for an operation or a query, in words of our own (§7.1). */
export type ResultMeaning =
  | 'done'
  /** Done, and a person should check it before goods are sent. */
  | 'done_review'
  | 'pending'
  | 'declined'
  /** Declined, and the card scheme forbids another try. */
  | 'never_retry'
  | 'invalid'
  | 'not_allowed'
  | 'not_found'
  | 'unauthorized'
  | 'rate_limited'
  /** An earlier operation stands in the way: it has to be looked up. */
  | 'duplicate'
  /** Nothing happened; another try may work. */
  | 'temporary'
  /** About a checkout session or a transaction still in work: says nothing of the money. */
  | 'no_result'
  | 'unknown'

/** Needs-a-successful-payment codes; on an unknown id they mean "not found" (§5.1). */
const NEEDS_A_PAYMENT = /^(700\.400\.5[123]0|600\.200\.500)$/

/** Codes whose group says too little; the first row that fits counts (§7.1). */
const EXCEPTIONS: readonly (readonly [pattern: RegExp, meaning: ResultMeaning])[] = [
  [/^000\.400\.030$/, 'unknown'],
  [/^000\.100\.21[12]$/, 'unknown'],
  [/^000\.200\.1\d\d$/, 'no_result'],
  [/^000\.500\./, 'unknown'],
  [/^800\.120\.100$/, 'rate_limited'],
  [/^(700\.400\.580|200\.300\.406|700\.100\.100)$/, 'not_found'],
  [/^800\.900\.(100|201|300|301|302)$/, 'unauthorized'],
  [/^600\.300\.200$/, 'unauthorized'],
  [/^(600\.200\.[25]\d\d|500\.100\.\d\d\d|800\.121\.\d\d\d)$/, 'unauthorized'],
  [/^(800\.110\.100|800\.130\.100|200\.200\.106|200\.300\.405)$/, 'duplicate'],
  [/^700\.60[01]\./, 'never_retry'],
  [/^700\./, 'not_allowed'],
  [/^900\.100\.202$/, 'not_allowed'],
  [/^900\.100\.(100|300|400|500)$/, 'unknown'],
  [/^900\.100\.(301|310)$/, 'temporary'],
  [/^(900\.100\.600|900\.200\.100|900\.300\.600|900\.400\.100)$/, 'temporary'],
  [/^900\.100\.20[013]$/, 'declined'],
  [/^(800\.700\.100|800\.600\.100)$/, 'no_result'],
  [/^800\.800\.80[01]$/, 'no_result'],
  [/^(600\.100\.100|999\.999\.888|999\.999\.999)$/, 'unknown'],
  [/^800\.100\.176$/, 'declined'],
  [/^100\.396\.104$/, 'unknown'],
]

const GROUP_DEFAULTS: Readonly<Record<ResultGroup, ResultMeaning>> = {
  success: 'done',
  success_review: 'done_review',
  pending_short: 'pending',
  pending_long: 'pending',
  risk_3d_secure: 'declined',
  declined_by_bank: 'declined',
  communication: 'unknown',
  system: 'unknown',
  asynchronous: 'declined',
  soft_decline: 'declined',
  external_risk: 'declined',
  address_check: 'declined',
  three_d_secure: 'declined',
  blacklist: 'declined',
  risk_limits: 'declined',
  configuration: 'unauthorized',
  registration: 'invalid',
  job: 'invalid',
  reference: 'not_allowed',
  merchant_advice: 'never_retry',
  format: 'invalid',
  address: 'invalid',
  contact: 'invalid',
  account: 'invalid',
  amount: 'invalid',
  risk_management: 'declined',
  chargeback: 'declined',
}

/**
 * The meaning of a result code. `isKnownPayment` says that the payment of the call has been seen to
 * exist: some codes mean something else for an unknown id. A code that fits nothing is unknown,
 * never a success.
 */
export function resultMeaning(code: string, isKnownPayment: boolean): ResultMeaning {
  if (!isKnownPayment && NEEDS_A_PAYMENT.test(code)) return 'not_found'
  const exception = EXCEPTIONS.find(([pattern]) => pattern.test(code))
  if (exception !== undefined) return exception[1]
  const group = resultGroup(code)
  return group === null ? 'unknown' : GROUP_DEFAULTS[group]
}

/** Types for which a code of the chargeback group is only a reason. */
const BANK_TYPES: readonly string[] = ['CB', 'CR']
const GIVING_TYPES: readonly string[] = ['RF', 'RV']

/**
 * The meaning of the result of one entry of a report. A chargeback, and its reversal, is the bank's
 * doing, and the code then says why it was done, not whether (§7): with a reason it is done, with
 * anything else it is pending, but for the platform's refusal to book one (700.*, §7.2). A refund or
 * reversal that shows a chargeback's reason leaves open if its money moved. In doubt money is gone.
 */
export function entryMeaning(paymentType: string, code: string): ResultMeaning {
  const meaning = resultMeaning(code, true)
  const isReason = resultGroup(code) === 'chargeback'
  if (GIVING_TYPES.includes(paymentType)) return isReason ? 'unknown' : meaning
  if (!BANK_TYPES.includes(paymentType)) return meaning
  const isDone = meaning === 'done' || meaning === 'done_review'
  if (isDone || (isReason && meaning === 'declined')) return 'done'
  return code.startsWith('700.') ? meaning : 'pending'
}

/** True for a success in one of the platform's test modes: no money moved (§5.1). */
export function isTestModeSuccess(code: string): boolean {
  return /^000\.100\.11\d$/.test(code)
}
