import type { Refusal } from '@/lib/domain/operation/operation'
import type { RetryAdvice } from '@/lib/domain/payment/transaction-snapshot'
import type { ResultMeaning } from './entries/result-meaning'

/**
 * Results that the test of a connection meets, in plain words (§7.2). Any other keeps the provider's
 * description; the screen words those of operations by their code.
 */
const WORDS: Readonly<Record<string, string>> = {
  '800.120.100': 'The provider asked us to slow down.',
  '800.121.200':
    'Queries are not switched on for this account. Ask the provider to enable reports.',
  '800.900.300': 'The provider did not accept the access token.',
}

/** A result in words: ours where nothing else words it, else the provider's own. */
export function resultWords(result: {
  readonly code: string
  readonly description?: string | undefined
}): string {
  return WORDS[result.code] ?? result.description ?? `The provider answered ${result.code}.`
}

/** The retry advice that a meaning stands for (§7.1). */
export function retryAdvice(meaning: ResultMeaning): RetryAdvice {
  if (meaning === 'never_retry') return { kind: 'do_not_retry' }
  return meaning === 'temporary' ? { kind: 'after', at: null } : { kind: 'not_said' }
}

/** The refusal of a live operation that the platform only did in a test mode (§5.1). */
export const TEST_MODE_ONLY: Refusal = {
  code: 'test_mode_only',
  message: 'The provider only did this in test mode. No money moved.',
  retry: { kind: 'not_said' },
}
