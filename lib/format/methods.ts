export type MethodKind = 'card' | 'wallet' | 'invoice' | 'bank' | 'terminal' | 'other'

export interface MethodLabel {
  readonly name: string
  readonly kind: MethodKind
}

const WHOLE: Readonly<Record<string, MethodLabel>> = {
  'klarna.klarna': { name: 'Klarna', kind: 'invoice' },
  'klarna.billie': { name: 'Billie', kind: 'invoice' },
  'swish.swish': { name: 'Swish', kind: 'wallet' },
  'santander.debit_account': { name: 'Santander', kind: 'bank' },
  'seitatech.in_person': { name: 'Card terminal', kind: 'terminal' },
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
  payex: 'Swedbank Pay',
  santander: 'Santander',
  swish: 'Swish',
  two: 'Two',
  vipps: 'Vipps',
}

const METHODS: Readonly<Record<string, MethodLabel>> = {
  applepay: { name: 'Apple Pay', kind: 'wallet' },
  clicktopay: { name: 'Click to Pay', kind: 'card' },
  creditcard: { name: 'Card', kind: 'card' },
  external: { name: 'External', kind: 'other' },
  finance: { name: 'Financing', kind: 'invoice' },
  googlepay: { name: 'Google Pay', kind: 'wallet' },
  installment: { name: 'Instalments', kind: 'invoice' },
  invoice: { name: 'Invoice', kind: 'invoice' },
  invoice_b2b: { name: 'Business invoice', kind: 'invoice' },
  invoice_b2b_grouped: { name: 'Business invoice, grouped', kind: 'invoice' },
  invoice_b2b_preapproved: { name: 'Business invoice, preapproved', kind: 'invoice' },
  invoice_b2c: { name: 'Invoice', kind: 'invoice' },
  mobilepay: { name: 'MobilePay', kind: 'wallet' },
  postponement: { name: 'Postponed payment', kind: 'invoice' },
  swish: { name: 'Swish', kind: 'wallet' },
  vipps: { name: 'Vipps', kind: 'wallet' },
  wallets: { name: 'Wallet', kind: 'wallet' },
  zero: { name: 'Nothing to pay', kind: 'other' },
}

/** A payment method in words; one we have never met keeps its own, made readable. */
export function methodLabel(method: string): MethodLabel {
  const whole = WHOLE[method]
  if (whole !== undefined) return whole
  const [family = '', code = ''] = method.split('.')
  const familyName = FAMILIES[family] ?? readable(family)
  if (code === '' || code === family) return { name: familyName, kind: 'other' }
  const known = METHODS[code]
  const name = `${known?.name ?? readable(code)} (${familyName})`
  return { name, kind: known?.kind ?? 'other' }
}

/** "some_new-code" becomes "Some new code". */
export function readable(code: string): string {
  const words = code
    .replaceAll(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
