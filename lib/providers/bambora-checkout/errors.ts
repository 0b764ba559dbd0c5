import { currencyExponent } from '@/lib/domain/money/currency'
import type { Refusal } from '@/lib/domain/operation/operation'
import { NO_REASON } from '@/lib/domain/operation/refusal'
import type { Meta } from './schema'

/** Gateway codes whose texts hold amounts in minor units (fact sheet §5.1). */
const CODES_WITH_AMOUNTS: ReadonlySet<string> = new Set(['113', '114'])

/** A number that stands alone: not part of a word, and not the number of an order. */
const BARE_NUMBER =
  /(?<![\w#.,-])(?<!\b(?:order|transaction|id|no\.?|number)\s)\d+(?![\w-]|[.,]\d)/gi

/** The refusal in a response with `meta.result` false, in the provider's own words. */
export function refusalOfMeta(meta: Meta, currency: string): Refusal {
  const code = meta.action?.code ?? ''
  const message = merchantMessage(meta)
  const hasAmounts = isGateway(meta.action?.source) && CODES_WITH_AMOUNTS.has(code)
  return {
    code: codeOf(meta.action ?? {}) ?? NO_REASON.code,
    message: hasAmounts ? withAmounts(message, currency) : message,
    retry: { kind: 'not_said' },
  }
}

function withAmounts(text: string, currency: string): string {
  return text.replaceAll(BARE_NUMBER, (digits) => `${decimalText(digits, currency)} ${currency}`)
}

function decimalText(minorDigits: string, currency: string): string {
  const exponent = currencyExponent(currency)
  if (exponent === 0) return minorDigits
  const padded = minorDigits.padStart(exponent + 1, '0')
  return `${padded.slice(0, -exponent)}.${padded.slice(-exponent)}`
}

/** The provider's message to staff about a refusal; the shopper's text is not for them. */
export function merchantMessage(meta: Meta): string {
  return meta.message?.merchant || NO_REASON.message
}

/** A code of the provider, which is unique only together with its source (§5). */
export function codeOf(action: {
  readonly source?: string | null | undefined
  readonly code?: string | null | undefined
}): string | null {
  const parts = [action.source, action.code].filter((part) => part)
  return parts.length === 0 ? null : parts.join(':')
}

/** True when a code is the gateway's own and not that of an acquirer behind it (§5). */
export function isGateway(source: string | null | undefined): boolean {
  return source?.toLowerCase().startsWith('epay') ?? false
}
