import type { Failure } from '@/lib/domain/operation/result'

/**
 * The failure of an action that gave no response. The server refuses one without a session cookie
 * by this word before it runs the action, which Next throws as an error's message; then nothing was
 * done.
 * @param lost the failure in every other case
 */
export function noResponseFailure<T>(error: unknown, otherwise: T): Failure | T {
  const isRefused = error instanceof Error && error.message === 'not_signed_in'
  return isRefused ? { code: 'not_signed_in' } : otherwise
}
