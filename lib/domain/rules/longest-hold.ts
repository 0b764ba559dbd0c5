import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'
import type { Provider } from '@/lib/domain/provider/provider'
import { methodRules } from './find-method-rules'

const DAY_MS = 86_400_000

interface Hold {
  readonly provider: Provider
  readonly method: string
  readonly createdAt: Date
  readonly captureDeadline: CaptureDeadline | null
}

/** True where the hold reaches as far as the method ever holds money, but for less than a day. */
export function isAtLongestHold({ provider, method, createdAt, captureDeadline }: Hold): boolean {
  const { longestHoldDays } = methodRules(provider, method)
  if (longestHoldDays === null || captureDeadline === null) return false
  const endMs = createdAt.getTime() + longestHoldDays * DAY_MS
  return captureDeadline.at.getTime() > endMs - DAY_MS
}
