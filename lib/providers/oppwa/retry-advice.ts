import type { RetryAdvice } from '@/lib/domain/payment/transaction-snapshot'
import type { ResultMeaning } from './result-meaning'

/** What a meaning says about another try (§7.1). */
export function retryAdvice(meaning: ResultMeaning): RetryAdvice {
  if (meaning === 'never_retry') return { kind: 'do_not_retry' }
  return meaning === 'temporary' ? { kind: 'after', at: null } : { kind: 'not_said' }
}
