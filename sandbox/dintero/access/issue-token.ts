import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { ApiClient } from '../accounts'
import type { RequestBody } from '../../calls/body'
import { signToken } from '../../calls/token'
import type { Dintero } from '../dintero'
import { badRequest, errorResponse, forbidden } from '../errors'

const bodySchema = z.object({ grant_type: z.string(), audience: z.string().min(1) })
const RETRY_AFTER_S = 30
const MINUTE_MS = 60_000

/** Issues tokens to clients and counts their requests. */
export class TokenIssuer {
  private readonly requestTimes = new Map<string, number[]>()

  constructor(private readonly dintero: Dintero) {}

  /**
   * Answers a token request (fact sheet §2.1 to §2.3): 400 for a bad body, 401 or 403 for wrong
   * credentials or an account that is not the client's, 403 for an audience that is not granted,
   * 429 with `Retry-After` for too many requests.
   */
  issue(request: FastifyRequest, accountId: string, body: RequestBody): ProviderResponse {
    const { state, runtime } = this.dintero
    const client = this.clientOf(request.headers.authorization)
    if (client?.accountId !== accountId) {
      return errorResponse(
        state.settings.wrongSecretStatus,
        'access forbidden, invalid JWT token was used',
      )
    }
    if (this.isThrottled(client.id)) {
      const refusal = errorResponse(429, 'Too Many Requests')
      return { ...refusal, headers: { 'retry-after': String(RETRY_AFTER_S) } }
    }
    const parsed = bodySchema.safeParse(body.kind === 'json' ? body.value : undefined)
    if (!parsed.success) return badRequest('grant_type and audience are required', 'audience')
    if (parsed.data.grant_type !== 'client_credentials') {
      return badRequest('grant_type is not supported', 'grant_type')
    }
    if (!isAudienceOf(parsed.data.audience, accountId, request.host)) return forbidden
    const lifetimeS = state.settings.tokenLifetimeS
    const claims = { sub: client.id, aid: accountId, exp: this.dintero.now() + lifetimeS * 1000 }
    const token = signToken(claims, runtime.ledger.header.secret)
    return {
      status: 200,
      body: { access_token: token, token_type: 'Bearer', expires_in: lifetimeS },
      effect: false,
    }
  }

  private clientOf(authorization: string | undefined): ApiClient | null {
    const [scheme, encoded] = (authorization ?? '').split(' ')
    if (scheme !== 'Basic' || !encoded) return null
    const credentials = Buffer.from(encoded, 'base64').toString('utf8')
    const colon = credentials.indexOf(':')
    const client = this.dintero.state.clients.get(credentials.slice(0, colon))
    return client && client.secret === credentials.slice(colon + 1) ? client : null
  }

  private isThrottled(clientId: string): boolean {
    const limit = this.dintero.state.settings.tokenRequestsPerMinute
    if (limit === null) return false
    const nowMs = this.dintero.now()
    const recent = (this.requestTimes.get(clientId) ?? []).filter((at) => nowMs - at < MINUTE_MS)
    const throttled = recent.length >= limit
    this.requestTimes.set(clientId, throttled ? recent : [...recent, nowMs])
    return throttled
  }
}

/**
 * The audience is the account's URL on the api host, with or without the account as user info; the
 * same URL on the sandbox itself is accepted too.
 */
function isAudienceOf(audience: string, accountId: string, host: string): boolean {
  let url: URL
  try {
    url = new URL(audience)
  } catch {
    return false
  }
  if (url.username !== '' && url.username !== accountId) return false
  const place = `${url.protocol}//${url.host}${url.pathname}`
  return (
    place === `https://api.dintero.com/v1/accounts/${accountId}` ||
    place === `http://${host}/dintero/v1/accounts/${accountId}`
  )
}
