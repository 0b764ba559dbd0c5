import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type ProviderContext } from 'oidc-provider'

export type Claims = Readonly<Record<string, unknown>>

/** The client by which Paydesk is known to the provider of the tests. */
export const TEST_CLIENT = { id: 'paydesk', secret: 'a secret for tests only' } as const

/** A real OpenID provider on this machine, for one test file. */
export interface IdentityProvider {
  readonly issuer: string
  /** The people of the provider: their claims by the id that it knows them by. */
  readonly accounts: Map<string, Claims>
  /** Who signs in next; `null` cancels. */
  account: string | null
  /** Changes the claims of every token before it is signed; null leaves them. */
  tamper: ((claims: Claims) => Claims) | null
  /** Signs the next tokens by a key that the provider does not name. */
  signsByOtherKey: boolean
  /** Milliseconds that each response of the token address waits. */
  delayMs: number
  stop(): Promise<void>
}

/**
 * Starts a provider that signs people in without a form: by `account`, at once. Its claims are those
 * of the account, in the token itself.
 * @param redirectUri the address that Paydesk registers
 */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const [key, otherKey] = [newKey(), newKey()]
  const state: IdentityProvider = {
    issuer,
    accounts: new Map(),
    account: null,
    tamper: null,
    signsByOtherKey: false,
    delayMs: 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const provider = new Provider(issuer, configuration({ redirectUri, key, state }))
  provider.use(async (context, next) => {
    await next()
    if (context.oidc?.route === 'token') {
      await new Promise((resolve) => setTimeout(resolve, state.delayMs))
      resign(context, state, state.signsByOtherKey ? otherKey : key)
    }
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) answer(request, response)
    else void finishInteraction(provider, state, request, response)
  })
  return state
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}

interface Setting {
  readonly redirectUri: string
  readonly key: KeyObject
  readonly state: IdentityProvider
}

function configuration({ redirectUri, key, state }: Setting): Claims {
  const jwk = Object.assign(key.export({ format: 'jwk' }), {
    kid: 'tests',
    use: 'sig',
    alg: 'RS256',
  })
  return {
    clients: [
      {
        client_id: TEST_CLIENT.id,
        client_secret: TEST_CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['a key for tests'] },
    claims: {
      openid: ['sub', 'groups', 'amr', 'email', 'email_verified', 'name', '_claim_names'],
      profile: [],
      email: [],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    async findAccount(_: unknown, accountId: string) {
      const claims = () => Object.assign({ sub: accountId }, state.accounts.get(accountId))
      return { accountId, claims }
    },
    async loadExistingGrant(context: GrantContext) {
      const { provider, session, client } = context.oidc
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

interface GrantContext {
  readonly oidc: {
    readonly provider: Provider
    readonly session: { readonly accountId: string }
    readonly client: { readonly clientId: string }
  }
}

async function finishInteraction(
  provider: Provider,
  { account }: IdentityProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const result =
    account === null
      ? { error: 'access_denied' }
      : { login: { accountId: account, amr: ['pwd'], remember: false } }
  const options = { mergeWithLastSubmission: false }
  await provider.interactionFinished(request, response, result, options)
}

/** Signs the token of a response anew, with what the test has changed about it. */
function resign(
  context: ProviderContext,
  { tamper, signsByOtherKey }: IdentityProvider,
  key: KeyObject,
): void {
  const body = context.body as Record<string, unknown>
  if (typeof body.id_token !== 'string' || (tamper === null && !signsByOtherKey)) return
  const [head = '', payload = ''] = body.id_token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
  const changed = Buffer.from(JSON.stringify(tamper?.(claims) ?? claims)).toString('base64url')
  const signature = createSign('RSA-SHA256').update(`${head}.${changed}`).sign(key, 'base64url')
  body.id_token = `${head}.${changed}.${signature}`
}
