import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Provider } from '@/lib/domain/provider/provider'
import { PROFILES } from '@/lib/providers/profiles'

/** The provider's own word for an operation; null where it has none. */
export function providerWord(provider: Provider, kind: OperationKind): string | null {
  return PROFILES[provider].words[kind] ?? null
}

/** The provider's own word for a movement of money; null where it has none. */
export function eventWord(
  provider: Provider,
  event: { readonly kind: 'capture' | 'refund' | 'void'; readonly providerKind: string },
): string | null {
  const { eventWords } = PROFILES[provider]
  if (eventWords === null) return providerWord(provider, event.kind)
  const [type] = event.providerKind.split(' ')
  return Object.entries(eventWords).find(([code]) => code === type)?.[1] ?? event.providerKind
}
