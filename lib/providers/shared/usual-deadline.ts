import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'
import type { ProviderProfile } from '../provider-profile'

const DAY_MS = 24 * 60 * 60 * 1000

/** Until when the rest can be captured, if it is held for so many days. */
export function deadlineAfter(authorizedAt: Date, days: number): CaptureDeadline {
  return { at: new Date(authorizedAt.getTime() + days * DAY_MS), source: 'usual_for_method' }
}

/**
 * Until when a method usually holds an authorization, by the profile; null where the profile has no
 * such fact.
 */
export function usualDeadline(
  { methods }: Pick<ProviderProfile, 'methods'>,
  method: string,
  authorizedAt: Date,
): CaptureDeadline | null {
  const days = methods.holdDays.find(([beginning]) => method.startsWith(beginning))?.[1] ?? 0
  return days === 0 ? null : deadlineAfter(authorizedAt, days)
}
