/** Why something was not done, in words for people. `field` names the input it is about. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly field?: string
}

/** What use cases and server actions answer: plain objects that cross to the browser. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** A successful result. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A refusal with its code and words. */
export function failure(code: string, message: string, field?: string): Result<never> {
  return { ok: false, error: field === undefined ? { code, message } : { code, message, field } }
}
