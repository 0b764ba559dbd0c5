import type { Refusal } from './operation'
import type { TransactionEvent } from './transaction-snapshot'

/** The refusal that a failed event tells of. */
export function refusalOf(event: TransactionEvent): Refusal {
  return {
    code: event.error?.code ?? 'refused',
    message: event.error?.message ?? 'The provider gave no reason.',
    retry: event.error?.retry ?? { kind: 'not_said' },
  }
}
