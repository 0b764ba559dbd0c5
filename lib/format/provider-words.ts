import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Provider } from '@/lib/domain/provider/provider'
import type { EventKind, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { PROFILES } from '@/lib/providers/profiles'

/** The provider's own word for an operation; null where it has none. */
export function providerWord(provider: Provider, kind: OperationKind): string | null {
  return PROFILES[provider].words[kind] ?? null
}

/** The provider's own word for an event; null where it has none. */
export function eventWord(
  provider: Provider,
  event: Pick<TransactionEvent, 'kind' | 'providerKind'>,
): string | null {
  const { eventWords } = PROFILES[provider]
  if (event.kind === 'other') return event.providerKind
  if (eventWords === null)
    return isOperation(event.kind) ? providerWord(provider, event.kind) : null
  const [type] = event.providerKind.split(' ')
  return Object.entries(eventWords).find(([code]) => code === type)?.[1] ?? event.providerKind
}

function isOperation(kind: EventKind): kind is 'capture' | 'refund' | 'void' {
  return kind === 'capture' || kind === 'refund' || kind === 'void'
}
