/**
 * Why a person has to sign in again: the session has ended (`ended`), and what was to be done was
 * not done and is kept (`kept`), or its outcome is not known (`unsure`); or a password was chosen by
 * a link, and no session could be opened (`chosen`). Or the code did not come in time (`expired`), or
 * was wrong too often (`codes`).
 */
export const SIGN_IN_REASONS = ['ended', 'kept', 'unsure', 'chosen', 'expired', 'codes'] as const
export type SignInReason = (typeof SIGN_IN_REASONS)[number]

/** The reason in an address; null for any other text. */
export function parseSignInReason(text: unknown): SignInReason | null {
  return SIGN_IN_REASONS.find((reason) => reason === text) ?? null
}

/** The address of the sign-in page; `from` is the path that it leads back to. */
export function signInHref(from: string | null, why: SignInReason | null): string {
  const query = new URLSearchParams()
  if (from !== null) query.set('from', from)
  if (why !== null) query.set('why', why)
  return query.size === 0 ? '/sign-in' : `/sign-in?${query.toString()}`
}
