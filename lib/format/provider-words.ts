import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Provider } from '@/lib/domain/provider/provider'

/** The payment types of the Open Payment Platform (its fact sheet §4). */
const TYPES = {
  CP: 'capture (CP)',
  DB: 'debit (DB)',
  RF: 'refund (RF)',
  RV: 'reversal (RV)',
  RB: 'rebill (RB)',
  CD: 'stand-alone credit (CD)',
  RC: 'receipt (RC)',
} as const

/** What providers call our operations, on their pages and in their reports: the same in every language. */
const WORDS: Readonly<Record<Provider, Readonly<Partial<Record<OperationKind, string>>>>> = {
  dintero: {
    capture: 'capture',
    refund: 'refund',
    void: 'void',
    update_authorization: 'update authorization',
    extend_authorization: 'extend authorization',
  },
  oppwa: {
    capture: TYPES.CP,
    refund: TYPES.RF,
    void: TYPES.RV,
    charge_again: TYPES.RB,
    pay_out: TYPES.CD,
    confirm_receipt: TYPES.RC,
  },
  'bambora-checkout': { capture: 'capture', refund: 'credit', void: 'delete' },
  'bambora-native': { capture: 'capture', refund: 'refund', void: 'cancel' },
}

/** The provider's own word for an operation; null where it has none. */
export function providerWord(provider: Provider, kind: OperationKind): string | null {
  return WORDS[provider][kind] ?? null
}

/** The provider's own word for money that it tells was moved; null where it has none. */
export function eventWord(
  provider: Provider,
  event: { readonly kind: 'capture' | 'refund' | 'void'; readonly providerKind: string },
): string | null {
  if (provider !== 'oppwa') return providerWord(provider, event.kind)
  const [type] = event.providerKind.split(' ')
  return Object.entries(TYPES).find(([code]) => code === type)?.[1] ?? event.providerKind
}
