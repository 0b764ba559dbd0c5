import type { IncomingHttpHeaders } from 'node:http'
import type { ProviderResponse, Directives } from '../calls/response'
import type { ApiUser } from './accounts'
import type { Checkout } from './checkout'
import { DENIED, failureBody } from './meta'

/**
 * The API user of the Basic header `{accessToken}@{merchantNumber}` (fact sheet §3), or the
 * refusal.
 */
export function authenticate(
  checkout: Checkout,
  headers: IncomingHttpHeaders,
  directives: Directives,
): { readonly user: ApiUser } | { readonly refusal: ProviderResponse } {
  const user = directives.tokenExpired ? undefined : userOf(checkout, headers.authorization)
  return user ? { user } : { refusal: refusalFor(checkout) }
}

function userOf(checkout: Checkout, header: string | undefined): ApiUser | undefined {
  const [scheme, encoded = ''] = (header ?? '').split(' ')
  if (scheme !== 'Basic') return undefined
  const match = /^([^@]+)@([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString())
  const user = checkout.state.users.get(match?.[1] ?? '')
  const isRight =
    user?.status === 'Active' && user.merchantNumber === match?.[2] && user.secretToken === match[3]
  return isRight ? user : undefined
}

function refusalFor({ state }: Checkout): ProviderResponse {
  switch (state.settings.badCredentials) {
    case 'status-401':
      return { status: 401, body: failureBody(DENIED, null), effect: false }
    case 'empty-401':
      return { status: 401, body: undefined, effect: false }
    case 'result-false':
      return { status: 200, body: failureBody(DENIED, null), effect: false }
  }
}
