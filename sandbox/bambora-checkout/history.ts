import { makeId, makeReference } from './ids'
import type { CheckedRequest } from './money/request'
import { makeOperation, statusAfter } from './money/make-operation'
import { methodOf } from './methods'
import type { InvoiceLine, MoneyAction, Payment, Status } from './payment'
import { DEFAULT_SETTINGS } from './settings'
import { totalsOf } from './totals'
import type { Prng } from '../prng'

type RandomInts = Pick<Prng, 'int'>

/** Values of a new payment. */
export interface Opening {
  readonly id?: string | undefined
  readonly merchantNumber: string
  readonly orderId: string
  readonly currency: string
  readonly amount: number
  readonly method: string
  readonly account: string
  readonly createdAtMs: number
  readonly status: Status
  readonly capturesSeveral: boolean
  readonly lines: readonly InvoiceLine[]
  readonly behaviour: string | null
  readonly callbackUrls: readonly string[]
}

/** A new payment with its authorization, the only operation of the payment window. */
export function openPayment(random: RandomInts, opening: Opening): Payment {
  const { amount, createdAtMs, id, ...rest } = opening
  const createdAt = new Date(createdAtMs).toISOString()
  const isDeclined = opening.status === 'declined'
  return {
    ...rest,
    id: id ?? makeId(random),
    reference: makeReference(random),
    createdAt,
    operations: [
      {
        id: makeId(random),
        parentId: null,
        createdAt,
        action: 'authorize',
        subaction: methodOf(opening.method).isInvoice ? 'return' : 'threed',
        status: opening.status,
        amount,
        currentBalance: amount,
        apiUser: null,
        actionCode: isDeclined ? '100' : '0',
        actionSource: methodOf(opening.method).acquirer,
        lines: [],
        ending: null,
      },
    ],
  }
}

/** The payment after an operation at that time; by default of everything left. */
export function perform(
  random: RandomInts,
  payment: Payment,
  action: MoneyAction,
  atMs: number,
  options: {
    readonly amount?: number | undefined
    readonly lines?: readonly InvoiceLine[]
    readonly apiUser?: string
  } = {},
): Payment {
  const { capturable, refundable } = totalsOf(payment)
  const amount = options.amount ?? (action === 'credit' ? refundable : capturable)
  const request: CheckedRequest = { action, amount, currency: null, lines: options.lines ?? [] }
  const operation = makeOperation(payment, request, DEFAULT_SETTINGS, {
    id: makeId(random),
    nowMs: atMs,
    caller: { apiUser: options.apiUser ?? null },
    status: 'approved',
  })
  const operations = [...payment.operations, operation]
  return { ...payment, status: statusAfter(payment, operation), operations }
}
