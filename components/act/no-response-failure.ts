import type { Failure } from '@/lib/domain/operation/result'

/**
 * Why an action gave no answer. The server refuses one without a session cookie by this word before
 * it looks at it, which Next throws as an error's message; then nothing was done.
 * @param lost what is known otherwise
 */
export function noResponseFailure<T>(error: unknown, otherwise: T): Failure | T {
  const isRefused = error instanceof Error && error.message === 'not_signed_in'
  return isRefused ? { code: 'not_signed_in' } : otherwise
}
