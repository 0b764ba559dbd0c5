import type { Refusal } from './operation'
import type { TransactionEvent } from './transaction-snapshot'

/** What we say for a provider that says nothing; the screen words the code. */
export const NO_REASON = { code: 'no_reason', message: 'The provider gave no reason.' } as const

/** The refusal that a failed event tells of. */
export function refusalOf(event: TransactionEvent): Refusal {
  return {
    code: event.error === null ? NO_REASON.code : (event.error.code ?? 'refused'),
    message: event.error?.message ?? NO_REASON.message,
    retry: event.error?.retry ?? { kind: 'not_said' },
  }
}
