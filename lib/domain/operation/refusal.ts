import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { Refusal } from './operation'

/** The message that we store for a provider that gives none; the screen words the code. */
export const NO_REASON = { code: 'no_reason', message: 'The provider gave no reason.' } as const

/** The refusal that a failed event tells of. */
export function refusalOf({ error }: Pick<TransactionEvent, 'error'>): Refusal {
  return {
    code: error === null ? NO_REASON.code : (error.code ?? 'refused'),
    message: error?.message ?? NO_REASON.message,
    retry: error?.retry ?? { kind: 'not_said' },
  }
}

/** A refusal with what the failed event tells of it; the answer’s reason stands where it has no code. */
export function fullerRefusal(event: Pick<TransactionEvent, 'error'>, answered: Refusal): Refusal {
  const reported = refusalOf(event)
  const hasReason = (event.error?.code ?? NO_REASON.code) !== NO_REASON.code
  return {
    ...(hasReason ? reported : answered),
    retry: reported.retry.kind === 'not_said' ? answered.retry : reported.retry,
  }
}
