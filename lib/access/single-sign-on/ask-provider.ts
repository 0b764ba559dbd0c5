import { LIMITS } from '@/lib/config/limits'
import type { ProviderClaims, SingleSignOnProblem } from '@/lib/domain/access/single-sign-on'
import { callNextAuth } from './call-next-auth'
import { isProviderAddress } from './check-issuer'
import { providerCookies } from './provider-cookies'
import { providerOptions, type ProviderClient } from './provider-options'
import { readClaims } from './read-claims'

/** A refusal: what the person is shown, and the closer reason for the log of security events. */
export interface ProviderRefusal {
  readonly ok: false
  readonly problem: SingleSignOnProblem
  readonly outcome: string
}

/**
 * Begins a sign-in: the provider's address for the browser, and the cookies by which its return is
 * known. With `isAgain` the provider is to ask the person once more. Fails with `unavailable`.
 */
export async function startAtProvider(
  client: ProviderClient,
  { isAgain }: { readonly isAgain: boolean },
): Promise<
  | { readonly ok: true; readonly address: string; readonly cookies: ReadonlyMap<string, string> }
  | ProviderRefusal
> {
  const again = { prompt: 'login', max_age: String(LIMITS.access.providerAgainS) }
  const options = providerOptions(client, { onClaims: () => {}, onRefused: () => {} })
  const call = { action: 'signin', query: isAgain ? again : {}, cookies: {} } as const
  const answer = await callNextAuth(options, call)
  // On its own failures next-auth sends the browser to a page of ours, and gives it no cookies.
  if (answer === null || !answer.cookies.has(stateCookieOf(client)))
    return unavailable('no_metadata')
  const { location: address, cookies } = answer
  return isProviderAddress(address.split('?')[0] ?? '')
    ? { ok: true, address, cookies }
    : unavailable('insecure_address')
}

/** The return of a browser from the provider. */
export interface ProviderReply {
  /** The parameters of its address. */
  readonly query: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  /** True when the provider was to ask the person once more, which it then has to prove. */
  readonly isAgain: boolean
}

/**
 * Checks the return from the provider: state, nonce and PKCE against the browser's cookies, then
 * issuer, audience, signature and times of the token. Fails with `expired` where the cookies are gone
 * or another sign-in's, `cancelled`, `unavailable`, or `rejected`.
 */
export async function checkReply(
  client: ProviderClient,
  { query, cookies, isAgain }: ProviderReply,
): Promise<{ readonly ok: true; readonly claims: ProviderClaims } | ProviderRefusal> {
  if (query.error !== undefined) return providerError(query.error)
  if (!hasBegun(client, cookies)) return expired('no_such_start')
  let raw: Readonly<Record<string, unknown>> | undefined
  let refusal = unavailable('no_metadata')
  const options = providerOptions(client, {
    onClaims: (claims) => (raw = claims),
    onRefused: (error) => (refusal = refusalOf(error)),
    maxAgeS: isAgain ? LIMITS.access.providerAgainS : undefined,
  })
  const answer = await callNextAuth(options, { action: 'callback', query, cookies })
  if (answer === null) return unavailable('too_slow')
  if (raw === undefined) return refusal
  const claims = readClaims(raw, client.settings)
  return claims === null ? rejected('no_subject') : { ok: true, claims }
}

function stateCookieOf({ applicationUrl }: ProviderClient): string {
  return providerCookies(applicationUrl).state.name
}

function hasBegun({ applicationUrl }: ProviderClient, cookies: ProviderReply['cookies']): boolean {
  const { state, nonce, pkceCodeVerifier } = providerCookies(applicationUrl)
  return [state, nonce, pkceCodeVerifier].every(({ name }) => (cookies[name] ?? '') !== '')
}

function expired(outcome: string): ProviderRefusal {
  return { ok: false, problem: 'expired', outcome }
}

function unavailable(outcome: string): ProviderRefusal {
  return { ok: false, problem: 'unavailable', outcome }
}

function rejected(outcome: string): ProviderRefusal {
  return { ok: false, problem: 'rejected', outcome }
}

/** Errors that the provider sends the browser back with. */
function providerError(code: string): ProviderRefusal {
  if (code === 'server_error' || code === 'temporarily_unavailable') return unavailable(code)
  const isOfPerson = ['access_denied', 'login_required', 'interaction_required'].includes(code)
  if (isOfPerson) return { ok: false, problem: 'cancelled', outcome: code }
  return rejected('provider_error')
}

/** The beginnings of what openid-client says about a reply or a token that it does not take. */
const REASONS: readonly (readonly [beginning: RegExp, outcome: string])[] = [
  [/^nonce mismatch/, 'wrong_nonce'],
  [/^(unexpected iss value|iss mismatch|iss missing)/, 'wrong_issuer'],
  [/^(aud|azp) mismatch/, 'wrong_audience'],
  [/^JWT expired/, 'expired_token'],
  [/^(JWT not active yet|JWT issued)/, 'token_of_another_time'],
  [/^(failed to validate JWT signature|unexpected JWT alg|no valid key)/, 'wrong_signature'],
  [/auth(_time|entication)/, 'not_shown_again'],
]

function refusalOf(error: unknown): ProviderRefusal {
  const message = error instanceof Error ? error.message : ''
  if (/^state m/.test(message)) return expired('wrong_state')
  if (/^invalid_grant/.test(message)) return expired('code_not_taken')
  const reason = REASONS.find(([beginning]) => beginning.test(message))
  if (reason !== undefined) return rejected(reason[1])
  const isOfNetwork =
    error instanceof Error && ('code' in error || /timed out|^expected 200/.test(message))
  return isOfNetwork ? unavailable('no_token') : rejected('unreadable')
}
