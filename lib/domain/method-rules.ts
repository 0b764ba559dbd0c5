import type { Provider } from './provider'

/** How a payment method behaves after the customer has paid. */
export interface MethodRules {
  /** There is an authorization that is captured later; false where the money moves at once. */
  readonly authorizes: boolean
  /** The rest can be released after a partial capture. */
  readonly voidsRest: boolean
  /** Order items can be added and changed while something is still held. */
  readonly updatesItems: boolean
  /** The time for capturing can be extended by hand. */
  readonly extendsTime: boolean
  /** `any`: quantities and amounts; `whole_lines`: lines only as ordered. */
  readonly lines: 'any' | 'whole_lines'
  /** Captures and refunds must name lines: a free amount is not possible. */
  readonly linesRequired: boolean
}

const USUAL: MethodRules = {
  authorizes: true,
  voidsRest: false,
  updatesItems: false,
  extendsTime: false,
  lines: 'any',
  linesRequired: false,
}

interface Row {
  /** The whole method code, or a family when it ends in a dot. */
  readonly method: string
  readonly rules: Partial<MethodRules>
}

/** Where a method differs from the usual; the first row that fits counts (fact sheet §8.3, §10, §11). */
const DINTERO: readonly Row[] = [
  { method: 'klarna.klarna', rules: { voidsRest: true, updatesItems: true, extendsTime: true } },
  { method: 'klarna.billie', rules: { voidsRest: true, updatesItems: true, extendsTime: true } },
  { method: 'payex.swish', rules: { authorizes: false } },
  { method: 'swish.', rules: { authorizes: false } },
  { method: 'vipps', rules: { voidsRest: true } },
  { method: 'payex.', rules: { voidsRest: true } },
  { method: 'collector.', rules: { lines: 'whole_lines', linesRequired: true } },
  { method: 'instabank.', rules: { linesRequired: true } },
]

/** Cards only, and all alike: no items, no void of a rest (fact sheet of Bambora Native §6.3, §7). */
const BAMBORA_NATIVE: readonly Row[] = []

const TABLE: Readonly<Record<Provider, readonly Row[]>> = {
  dintero: DINTERO,
  'bambora-native': BAMBORA_NATIVE,
}

/** The rules of a method, for example `klarna.billie`, at a provider. */
export function methodRules(provider: Provider, method: string): MethodRules {
  const row = TABLE[provider].find(
    (candidate) =>
      candidate.method === method ||
      (candidate.method.endsWith('.') && method.startsWith(candidate.method)),
  )
  return { ...USUAL, ...row?.rules }
}

/** The methods that have rules of their own, for the documentation. */
export function methodsWithRules(provider: Provider): readonly string[] {
  return TABLE[provider].map((row) => row.method)
}
