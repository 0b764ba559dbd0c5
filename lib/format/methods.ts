import type { MethodKind, MethodName } from '@/lib/domain/provider/method-rules'
import type { Provider } from '@/lib/domain/provider/provider'
import { PROFILES } from '@/lib/providers/profiles'

export interface MethodLabel {
  readonly name: string
  readonly kind: MethodKind
}

/** The method names of all providers' profiles: a list shows the methods of several. */
const METHODS = Object.values(PROFILES).map(({ methods }) => methods)
const NAMES: ReadonlyMap<string, MethodName> = new Map(
  METHODS.flatMap(({ names }) => Object.entries(names)),
)
const FAMILIES: ReadonlyMap<string, string | null> = new Map(
  METHODS.flatMap(({ families }) => Object.entries(families)),
)

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

/**
 * A payment method in words; an unknown one keeps its own, made readable. Next to the name of
 * its `provider` it does not say that name again.
 */
export function methodLabel(
  method: string,
  words: (code: MethodCode) => string,
  provider?: Provider,
): MethodLabel {
  const [family = '', code = ''] = method.split('.')
  const familyName = FAMILIES.get(family) ?? readable(family)
  const isPlain = provider !== undefined && PROFILES[provider].methods.ownFamilies.includes(family)
  const within = (name: string) => (isPlain ? name : `${name} (${familyName})`)
  const whole = NAMES.get(method)
  if (whole !== undefined) {
    const { name, kind } = whole
    return { name: whole.family === undefined ? name : within(name), kind }
  }
  if (code === '' || code === family) return { name: familyName, kind: 'other' }
  const known = isKnown(code)
  const name = known ? words(code) : readable(code)
  return {
    name: FAMILIES.get(family) === null ? name : within(name),
    kind: known ? KINDS[code] : 'other',
  }
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
