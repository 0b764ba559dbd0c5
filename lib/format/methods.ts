import type { Provider } from '@/lib/domain/provider/provider'

export type MethodKind = 'card' | 'wallet' | 'invoice' | 'bank' | 'terminal' | 'other'

export interface MethodLabel {
  readonly name: string
  readonly kind: MethodKind
}

/** Methods with a name of their own; those with a family are also there in others. */
const WHOLE: Readonly<Record<string, MethodLabel & { readonly family?: string }>> = {
  'bambora.american_express': { name: 'American Express', family: 'bambora', kind: 'card' },
  'bambora.dankort': { name: 'Dankort', family: 'bambora', kind: 'card' },
  'bambora.jcb': { name: 'JCB', family: 'bambora', kind: 'card' },
  'bambora.klarna': { name: 'Klarna', family: 'bambora', kind: 'invoice' },
  'bambora.maestro': { name: 'Maestro', family: 'bambora', kind: 'card' },
  'bambora.mastercard': { name: 'Mastercard', family: 'bambora', kind: 'card' },
  'bambora.visa': { name: 'Visa', family: 'bambora', kind: 'card' },
  'bambora.visa_dankort': { name: 'Visa/Dankort', family: 'bambora', kind: 'card' },
  'bambora.walley': { name: 'Walley', family: 'bambora', kind: 'invoice' },
  'card.mastercard': { name: 'Mastercard', kind: 'card' },
  'card.visa': { name: 'Visa', kind: 'card' },
  'klarna.klarna': { name: 'Klarna', kind: 'invoice' },
  'klarna.billie': { name: 'Billie', kind: 'invoice' },
  'swish.swish': { name: 'Swish', kind: 'wallet' },
  'santander.debit_account': { name: 'Santander', kind: 'bank' },
  vipps: { name: 'Vipps', kind: 'wallet' },
}

const FAMILIES: Readonly<Record<string, string>> = {
  bambora: 'Worldline',
  collector: 'Walley',
  dintero: 'Dintero',
  dintero_psp: 'Dintero',
  instabank: 'Instabank',
  klarna: 'Klarna',
  kravia: 'Kravia',
  netaxept: 'Netaxept',
  oppwa: 'Open Payment Platform',
  payex: 'Swedbank Pay',
  santander: 'Santander',
  swish: 'Swish',
  two: 'Two',
  vipps: 'Vipps',
}

const KINDS = {
  amex: 'card',
  applepay: 'wallet',
  clicktopay: 'card',
  creditcard: 'card',
  external: 'other',
  finance: 'invoice',
  googlepay: 'wallet',
  in_person: 'terminal',
  installment: 'invoice',
  invoice: 'invoice',
  invoice_b2b: 'invoice',
  invoice_b2b_grouped: 'invoice',
  invoice_b2b_preapproved: 'invoice',
  invoice_b2c: 'invoice',
  knet: 'card',
  mada: 'card',
  master: 'card',
  mobilepay: 'wallet',
  postponement: 'invoice',
  sofortueberweisung: 'bank',
  swish: 'wallet',
  vipps: 'wallet',
  visa: 'card',
  wallets: 'wallet',
  zero: 'other',
} as const satisfies Readonly<Record<string, MethodKind>>

/** A method whose words are in the catalogue. */
export type MethodCode = keyof typeof KINDS

/** Families whose name says nothing to people. */
const UNNAMED: ReadonlySet<string> = new Set(['card', 'seitatech'])

/** The families of methods that only say again which provider it is. */
const OWN_FAMILIES: Readonly<Record<Provider, readonly string[]>> = {
  dintero: ['dintero', 'dintero_psp'],
  'bambora-checkout': ['bambora'],
  'bambora-native': ['bambora'],
  oppwa: ['oppwa'],
}

/**
 * A payment method in words; one we have never met keeps its own, made readable. Beside the name of
 * its `provider` it does not say that name again.
 */
export function methodLabel(
  method: string,
  words: (code: MethodCode) => string,
  provider?: Provider,
): MethodLabel {
  const [family = '', code = ''] = method.split('.')
  const familyName = FAMILIES[family] ?? readable(family)
  const isPlain = provider !== undefined && OWN_FAMILIES[provider].includes(family)
  const within = (name: string) => (isPlain ? name : `${name} (${familyName})`)
  const whole = WHOLE[method]
  if (whole !== undefined) {
    const { name, kind } = whole
    return { name: whole.family === undefined ? name : within(name), kind }
  }
  if (code === '' || code === family) return { name: familyName, kind: 'other' }
  const known = isKnown(code)
  const name = known ? words(code) : readable(code)
  return { name: UNNAMED.has(family) ? name : within(name), kind: known ? KINDS[code] : 'other' }
}

function isKnown(code: string): code is MethodCode {
  return Object.hasOwn(KINDS, code)
}

/** "some_new-code" becomes "Some new code". */
export function readable(code: string): string {
  const words = code
    .replaceAll(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
