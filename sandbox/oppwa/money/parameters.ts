import { LISTED_CODES } from '../codes/all-codes'
import type { ParameterError } from '../responses'
import { CODE } from '../codes/codes'
import { parseWireAmount, PAYMENT_TYPES, type PaymentType } from '../payment'
import type { Settings } from '../settings'

/** The fields that all operations share, checked for form. */
export interface Parameters {
  readonly type: PaymentType
  readonly hundredths: number | null
  readonly currency: string | null
  readonly merchantTransactionId?: string
  readonly merchantInvoiceId?: string
  readonly testMode?: string
  readonly forcedCode?: string
}

export type ParsedParameters =
  | { readonly parameters: Parameters }
  | { readonly errors: readonly ParameterError[] }
  | { readonly code: string }

const AMOUNT_OPTIONAL: readonly PaymentType[] = ['RV']

/** Parses a form and collects all of its errors (fact sheet §3, §5.6). */
export function readParameters(
  form: URLSearchParams,
  allowed: readonly PaymentType[],
  settings: Settings,
): ParsedParameters {
  const errors: ParameterError[] = []
  const type = PAYMENT_TYPES.find((one) => one === form.get('paymentType'))
  if (type === undefined || !allowed.includes(type)) {
    const message = `must be one of ${allowed.join(', ')}`
    errors.push({ name: 'paymentType', value: form.get('paymentType'), message })
  }
  const needsAmount = type === undefined || !AMOUNT_OPTIONAL.includes(type)
  errors.push(...missing(form, needsAmount ? ['amount', 'currency'] : []))
  errors.push(...malformed(form))
  const amount = form.get('amount')
  const hundredths = amount === null ? null : parseWireAmount(amount)
  if (amount !== null && hundredths === null && amount !== '') {
    if (settings.amountError === CODE.badAmount) return { code: CODE.badAmount }
    errors.push({ name: 'amount', value: amount, message: 'is not valid' })
  }
  if (errors.length > 0 || type === undefined) return { errors }
  return {
    parameters: { type, hundredths, currency: form.get('currency'), ...optional(form) },
  }
}

/** The named fields that are missing or empty. An empty amount is always reported. */
function missing(form: URLSearchParams, names: readonly string[]): ParameterError[] {
  const empty = ['amount', 'currency'].filter((name) => form.get(name) === '')
  const absent = names.filter((name) => !form.has(name))
  return [...new Set([...empty, ...absent])].map((name) => ({
    name,
    value: null,
    message: 'may not be empty',
  }))
}

const FORMS: readonly (readonly [name: string, form: RegExp])[] = [
  ['currency', /^([A-Z]{3})?$/],
  ['merchantTransactionId', /^.{8,255}$/],
  ['merchantInvoiceId', /^.{8,255}$/],
  ['testMode', /^(INTERNAL|EXTERNAL)$/],
]

function malformed(form: URLSearchParams): ParameterError[] {
  return FORMS.flatMap(([name, pattern]) => {
    const value = form.get(name)
    const isRight = value === null || pattern.test(value)
    return isRight ? [] : [{ name, value, message: 'is not valid' }]
  })
}

function optional(form: URLSearchParams): Partial<Parameters> {
  const text = (name: string): string | undefined => form.get(name) ?? undefined
  const merchantTransactionId = text('merchantTransactionId')
  const merchantInvoiceId = text('merchantInvoiceId')
  const testMode = text('testMode')
  const forced = text('customParameters[forceResultCode]')
  return {
    ...(merchantTransactionId !== undefined && { merchantTransactionId }),
    ...(merchantInvoiceId !== undefined && { merchantInvoiceId }),
    ...(testMode !== undefined && { testMode }),
    ...(forced !== undefined && LISTED_CODES.includes(forced) && { forcedCode: forced }),
  }
}
