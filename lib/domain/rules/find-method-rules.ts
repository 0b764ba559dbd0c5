import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MethodRules } from '@/lib/domain/provider/method-rules'
import type { Provider } from '@/lib/domain/provider/provider'
import { PROFILES } from '@/lib/providers/profiles'

const USUAL: MethodRules = {
  authorizes: true,
  refunds: true,
  voidsRest: false,
  updatesItems: false,
  extendsTime: false,
  longestHoldDays: null,
  lines: 'any',
  linesRequired: false,
  wholeWithoutLines: false,
  takesLabel: true,
  capturesWholeOnly: false,
  refundsOneCharge: false,
  chargesAgain: false,
  paysOut: false,
  confirmsReceipts: false,
}

/** The rules of a method, for example `klarna.billie`, at a provider: the usual, unless its profile differs. */
export function methodRules(provider: Provider, method: string): MethodRules {
  const row = PROFILES[provider].methods.rules.find(
    (candidate) =>
      candidate.method === method ||
      (candidate.method.endsWith('.') && method.startsWith(candidate.method)),
  )
  return { ...USUAL, ...row?.rules }
}

/**
 * True where a capture names no lines although the partner knows the order by them: the provider
 * shows none before the capture, so a partner that wants them refuses it.
 */
export function capturesUnseenLines(
  provider: Provider,
  { method, items }: Pick<TransactionSnapshot, 'method'> & { readonly items: readonly unknown[] },
): boolean {
  const { linesRequired, capturesWholeOnly } = methodRules(provider, method)
  return linesRequired && capturesWholeOnly && items.length === 0
}

/** The methods that have rules of their own, for the documentation. */
export function methodsWithRules(provider: Provider): readonly string[] {
  return PROFILES[provider].methods.rules.map((row) => row.method)
}
