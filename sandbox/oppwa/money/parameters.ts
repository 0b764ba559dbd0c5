import { KNOWN_CODES } from '../codes/all-codes'
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
  /** The caller's own fields, which are echoed. */
  readonly customParameters?: Readonly<Record<string, string>>
}

export type ParsedParameters =
  | { readonly parameters: Parameters }
  | { readonly errors: readonly ParameterError[] }
  | { readonly code: string }

const AMOUNT_OPTIONAL: readonly PaymentType[] = ['RV']

/**
 * Parses a form and collects all of its errors (fact sheet §3, §5.6). A field that may be left out
 * may be empty.
 */
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
  errors.push(...missing(form, needsAmount, settings))
  errors.push(...malformed(form))
  const amount = form.get('amount') ?? ''
  const hundredths = parseWireAmount(amount)
  if (amount !== '' && hundredths === null) {
    if (settings.amountError === CODE.badAmount) return { code: CODE.badAmount }
    errors.push({ name: 'amount', value: amount, message: 'is not valid' })
  }
  if (errors.length > 0 || type === undefined) return { errors }
  return {
    parameters: { type, hundredths, currency: form.get('currency') || null, ...optional(form) },
  }
}

/** Amount and currency where they are missing; an empty one of a reversal by the setting. */
function missing(form: URLSearchParams, isNeeded: boolean, settings: Settings): ParameterError[] {
  const refusesEmpty = settings.emptyAmountOfReversal === 'refuse'
  return ['amount', 'currency']
    .filter((name) => (isNeeded ? !form.get(name) : refusesEmpty && form.get(name) === ''))
    .map((name) => ({ name, value: null, message: 'may not be empty' }))
}

const FORMS: readonly (readonly [name: string, form: RegExp])[] = [
  ['currency', /^[A-Z]{3}$/],
  ['merchantTransactionId', /^.{8,255}$/],
  ['merchantInvoiceId', /^.{8,255}$/],
  ['testMode', /^(INTERNAL|EXTERNAL)$/],
]

function malformed(form: URLSearchParams): ParameterError[] {
  return FORMS.flatMap(([name, pattern]) => {
    const value = form.get(name)
    return !value || pattern.test(value) ? [] : [{ name, value, message: 'is not valid' }]
  })
}

function optional(form: URLSearchParams): Partial<Parameters> {
  const text = (name: string): string | undefined => form.get(name) || undefined
  const merchantTransactionId = text('merchantTransactionId')
  const merchantInvoiceId = text('merchantInvoiceId')
  const testMode = text('testMode')
  const customParameters = customParametersOf(form)
  const forced = customParameters?.['forceResultCode']
  return {
    ...(merchantTransactionId !== undefined && { merchantTransactionId }),
    ...(merchantInvoiceId !== undefined && { merchantInvoiceId }),
    ...(testMode !== undefined && { testMode }),
    ...(forced !== undefined && KNOWN_CODES.includes(forced) && { forcedCode: forced }),
    ...(customParameters && { customParameters }),
  }
}

/** The fields `customParameters[NAME]` that hold something; nothing without any. */
function customParametersOf(form: URLSearchParams): Readonly<Record<string, string>> | undefined {
  const found = new Map<string, string>()
  for (const [field, value] of form) {
    const name = /^customParameters\[([a-zA-Z0-9._]+)\]$/.exec(field)?.[1]
    if (name !== undefined && value !== '') found.set(name, value)
  }
  return found.size === 0 ? undefined : Object.fromEntries(found)
}
