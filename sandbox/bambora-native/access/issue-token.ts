import type { FastifyRequest } from 'fastify'
import type { ProviderResponse } from '../../calls/response'
import { bodyOf } from '../../calls/body'
import { signToken } from '../../calls/token'
import type { ApiClient } from '../accounts'
import type { Native } from '../native'

/**
 * Answers a token request (fact sheet §3): a form with `grant_type` and the scopes, separated by
 * blanks or as repeated fields. Errors have the form of OAuth.
 */
export function issueToken(native: Native, request: FastifyRequest): ProviderResponse {
  const { settings } = native.state
  const client = clientOf(native, request.headers.authorization)
  if (!client) return oauthError(settings.tokenRefusalStatus, 'invalid_client')
  const body = bodyOf(request)
  const form = new URLSearchParams(body.kind === 'malformed' ? body.text : '')
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  if (!isForm) return oauthError(400, 'invalid_request')
  if (form.get('grant_type') !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type')
  }
  const scopes = form.getAll('scope').flatMap((scope) => scope.split(' '))
  const allowed: readonly string[] = client.scopes
  if (scopes.length === 0 || scopes.some((scope) => !allowed.includes(scope))) {
    return oauthError(400, 'invalid_scope')
  }
  const lifetimeS = settings.tokenLifetimeS
  const claims = { sub: client.id, scopes, exp: native.now() + lifetimeS * 1000 }
  return {
    status: 200,
    body: {
      access_token: signToken(claims, native.runtime.ledger.header.secret),
      ...(settings.includesTokenLifetime && { expires_in: lifetimeS }),
      token_type: 'Bearer',
    },
    effect: false,
  }
}

function clientOf(native: Native, authorization: string | undefined): ApiClient | null {
  const [scheme, encoded] = (authorization ?? '').split(' ')
  if (scheme !== 'Basic' || !encoded) return null
  const credentials = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = credentials.indexOf(':')
  const client = native.state.clients.get(credentials.slice(0, colon))
  return client && client.secret === credentials.slice(colon + 1) ? client : null
}

function oauthError(status: number, error: string): ProviderResponse {
  return { status, body: { error }, effect: false }
}
