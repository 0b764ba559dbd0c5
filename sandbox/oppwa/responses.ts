import type { ProviderResponse } from '../calls/response'
import { CODE, describeCode, isPending, isSuccess } from './codes/codes'
import { RANDOM, hexDigits, paymentId, shortId } from './ids'
import { wireAmount, type Payment, type PaymentType } from './payment'

export interface ParameterError {
  readonly name: string
  readonly value: string | null
  readonly message: string
}

/** The last fields of every response (fact sheet §5, §15). */
function footer(entityId: string, atMs: number): Record<string, string> {
  return {
    buildNumber: `${'0123456789abcdef'.repeat(3).slice(0, 40)}@2025-01-01 00:00:00 +0000`,
    timestamp: wireTime(atMs),
    ndc: `${entityId}_${hexDigits(RANDOM, 32)}`,
  }
}

/** A response with only a result; nothing has changed. */
export function resultResponse(
  status: number,
  code: string,
  nowMs: number,
  parameterErrors?: readonly ParameterError[],
): ProviderResponse {
  const result = {
    code,
    description: describeCode(code),
    ...(parameterErrors && { parameterErrors }),
  }
  return { status, body: { result, ...footer('', nowMs) }, effect: false }
}

/** 400 with all errors of the parameters (fact sheet §5.6). */
export function parameterErrorResponse(
  errors: readonly ParameterError[],
  nowMs: number,
): ProviderResponse {
  return resultResponse(400, CODE.badParameter, nowMs, errors)
}

/** The refusal of an operation whose payment is not found: it has an id of its own (§5.1). */
export function unknownPaymentResponse(
  status: number,
  refusal: { readonly type: PaymentType; readonly code: string },
  entityId: string,
  nowMs: number,
): ProviderResponse {
  const { type, code } = refusal
  const body = {
    id: paymentId(RANDOM),
    paymentType: type,
    result: { code, description: describeCode(code) },
    risk: { score: '0' },
    ...footer(entityId, nowMs),
  }
  return { status, body, effect: false }
}

/** A payment or operation in a response (fact sheet §5.1, §5.9). Failures have fewer fields. */
export function viewOf(
  payment: Payment,
  options: { readonly referencedId: boolean; readonly withoutId?: boolean },
): object {
  const { code, referencedId, registrationId, customParameters, card } = payment
  const isOpen = isPending(code) || code === CODE.uncertain
  const hasAmount = isSuccess(code) || isOpen || payment.type === 'CB' || payment.type === 'CR'
  return {
    ...(!options.withoutId && { id: payment.id }),
    ...(options.referencedId && referencedId !== undefined && { referencedId }),
    ...(registrationId !== undefined && { registrationId }),
    paymentType: payment.type,
    paymentBrand: payment.brand,
    ...(hasAmount && {
      amount: wireAmount(payment.hundredths),
      currency: payment.currency,
      descriptor: `${shortId(payment.id)} Paydesk_Demo`,
    }),
    merchantTransactionId: payment.merchantTransactionId,
    merchantInvoiceId: payment.merchantInvoiceId,
    result: { code, description: describeCode(code) },
    resultDetails: {
      ...(!options.withoutId && { ConnectorTxID1: payment.id }),
      clearingInstituteName: 'Test Bank',
    },
    ...(card && { card }),
    ...(payment.customer && { customer: payment.customer }),
    ...(payment.billing && { billing: payment.billing }),
    ...(customParameters && { customParameters }),
    risk: { score: '0' },
    ...(!options.withoutId && { shortId: shortId(payment.id) }),
    ...footer(payment.entityId, Date.parse(payment.createdAt)),
  }
}

/** A report of several payments below their own result (fact sheet §6.2). */
export function reportResponse(
  payments: readonly Payment[],
  list: { readonly field: 'payments' | 'records'; readonly strays: boolean },
  entityId: string,
  nowMs: number,
): ProviderResponse {
  const body = {
    result: { code: CODE.reportRead, description: describeCode(CODE.reportRead) },
    ...footer(entityId, nowMs),
    [list.field]: [
      ...payments.map((payment) => viewOf(payment, { referencedId: true })),
      ...(list.strays ? strayEntries(nowMs) : []),
    ],
  }
  return { status: 200, body, effect: false }
}

/** A risk check and a registration: entries that are no payment and refer to nothing. */
function strayEntries(nowMs: number): object[] {
  const result = { code: CODE.live, description: describeCode(CODE.live) }
  const common = { result, timestamp: wireTime(nowMs) }
  return [
    { id: paymentId(RANDOM), paymentType: 'RI', paymentMethod: 'RM', ...common },
    { id: paymentId(RANDOM), paymentBrand: 'VISA', ...common },
  ]
}

/** `2025-03-05 13:27:41.123+0000` (fact sheet §5.9). */
function wireTime(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', '+0000')
}

const STATUS_CODES: Readonly<Record<number, string>> = {
  400: CODE.badParameter,
  401: CODE.badToken,
  403: CODE.badToken,
  404: CODE.notFound,
  429: CODE.throttled,
}

/** Default body of an error status; errors of the platform itself are HTML (fact sheet §8). */
export function errorBody(status: number): unknown {
  const code = STATUS_CODES[status]
  if (code === undefined) return `<html><body><h1>${status}</h1></body></html>`
  return { result: { code, description: describeCode(code) } }
}
