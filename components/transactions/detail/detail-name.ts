import type { Texts } from '@/lib/i18n/i18n'

/** The stored keys of a provider's payment details, and the words for them. */
const KNOWN = {
  Card: 'card',
  Number: 'number',
  Expires: 'expires',
  'Klarna method': 'klarnaMethod',
  'Days to pay': 'daysToPay',
  Instalments: 'instalments',
  'Fraud check': 'fraudCheck',
  'Order at the payment method': 'gatewayOrder',
} as const

/**
 * The name of a detail of a payment in the reader's language; one we don't know as it is stored.
 */
export function detailName(label: string, t: Texts): string {
  return isKnown(label) ? t(`payment.method.details.${KNOWN[label]}`) : label
}

function isKnown(label: string): label is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, label)
}
