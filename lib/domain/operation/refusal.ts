import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { Refusal } from './operation'
import type { StatusDetail } from './status-detail'

/** The message that we store for a provider that gives none; the screen words the code. */
export const NO_REASON = { code: 'no_reason', message: 'The provider gave no reason.' } as const

/** A refusal as it is kept: a coded message also tells what was done elsewhere. */
export interface ReportedRefusal extends Pick<Refusal, 'code' | 'retry'> {
  readonly message: StatusDetail
}

/** The refusal that a failed event reports. */
export function refusalOf({ error }: Pick<TransactionEvent, 'error'>): Refusal {
  return {
    code: error === null ? NO_REASON.code : (error.code ?? 'refused'),
    message: error?.message ?? NO_REASON.message,
    retry: error?.retry ?? { kind: 'not_said' },
  }
}

/**
 * A refusal completed from the failed event; the response’s reason stays where the event has no
 * code.
 */
export function completeRefusal(
  event: Pick<TransactionEvent, 'error'>,
  answered: ReportedRefusal,
): ReportedRefusal {
  const reported = refusalOf(event)
  const hasReason = (event.error?.code ?? NO_REASON.code) !== NO_REASON.code
  return {
    ...(hasReason ? reported : answered),
    retry: reported.retry.kind === 'not_said' ? answered.retry : reported.retry,
  }
}
