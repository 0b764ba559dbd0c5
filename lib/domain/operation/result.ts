/** What stands in the words of a failure; the screen writes it the way its reader does. */
type FailureValues = Readonly<Record<string, string | number>>

/**
 * Why something was not done. The screen has the words for a code; `values` stand in them. `field`
 * names the input it is about, `message` is what somebody else said, word for word.
 */
export interface Failure {
  readonly code: string
  readonly values?: FailureValues
  readonly field?: string
  readonly message?: string
}

/** What use cases and server actions answer: plain objects that cross to the browser. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** A successful result. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A refusal by its code. */
export function failure(code: string, about: Omit<Failure, 'code'> = {}): Result<never> {
  return { ok: false, error: { code, ...about } }
}
