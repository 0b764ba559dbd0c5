import type { NextAuthOptions } from 'next-auth'
import { TokenSet } from 'openid-client'
import { LIMITS } from '@/lib/config/limits'
import type { SingleSignOn } from '@/lib/domain/access/single-sign-on'
import { nextAuthLog } from '@/lib/observability/log'
import { boundedAgent } from './bounded-agent'
import { PROVIDER_ID } from './call-next-auth'
import { metadataAddress } from './check-issuer'
import { providerCookies } from './provider-cookies'

/** The application and its client at the identity provider. */
export interface ProviderClient {
  readonly settings: SingleSignOn
  /** The client's secret, opened. */
  readonly clientSecret: string
  /** The address that people open. */
  readonly applicationUrl: string
  /** Signs and encrypts the cookies of the sign-in. */
  readonly secret: string
}

/** What becomes of one sign-in: next-auth itself keeps neither the claims nor a reason. */
interface Reader {
  /** Gets the claims of the checked token, those of the provider's own address for them included. */
  readonly onClaims: (claims: Readonly<Record<string, unknown>>) => void
  /** Gets the reason why the token was not taken. */
  readonly onRefused: (error: unknown) => void
  /** Greatest age of the person's showing themselves to the provider, in seconds. */
  readonly maxAgeS?: number | undefined
}

/** The address that the identity provider sends browsers back to; it has to be registered there. */
export function returnAddress(applicationUrl: string): string {
  return new URL(`/api/auth/callback/${PROVIDER_ID}`, applicationUrl).href
}

/** Options of next-auth with the organization's identity provider as the only one. */
export function providerOptions(
  { settings, clientSecret, applicationUrl, secret }: ProviderClient,
  { onClaims, onRefused, maxAgeS }: Reader,
): NextAuthOptions & { readonly secret: string } {
  const { issuer, clientId, name, scopes, groupsClaim } = settings
  const redirectUri = returnAddress(applicationUrl)
  const { state, nonce, pkceCodeVerifier } = providerCookies(applicationUrl)
  return {
    secret,
    session: { strategy: 'jwt' },
    cookies: { state, nonce, pkceCodeVerifier },
    logger: nextAuthLog,
    providers: [
      {
        id: PROVIDER_ID,
        name,
        type: 'oauth',
        wellKnown: metadataAddress(issuer),
        issuer,
        clientId,
        clientSecret,
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        authorization: { params: { scope: scopes, redirect_uri: redirectUri } },
        httpOptions: {
          timeout: LIMITS.identityProvider.silenceMs,
          agent: boundedAgent(issuer),
        },
        token: {
          async request({ client, params, checks }) {
            try {
              if (client.issuer.metadata.issuer !== issuer) throw new Error('iss mismatch')
              const limits = maxAgeS === undefined ? {} : { max_age: maxAgeS }
              const all = Object.assign({}, checks, limits)
              return { tokens: await client.callback(redirectUri, params, all) }
            } catch (error) {
              onRefused(error)
              throw error
            }
          },
        },
        userinfo: {
          async request({ client, tokens: given }) {
            const tokens = new TokenSet(given)
            const claims = tokens.claims()
            const isWhole = claims.email !== undefined && claims[groupsClaim] !== undefined
            const hasMore = client.issuer.metadata.userinfo_endpoint !== undefined
            try {
              // The client checks that both are about the same person.
              const more = isWhole || !hasMore ? {} : await client.userinfo(tokens)
              onClaims(Object.assign({}, more, claims))
              return claims
            } catch (error) {
              onRefused(error)
              throw error
            }
          },
        },
        profile: ({ sub }: { readonly sub: string }) => ({ id: sub }),
      },
    ],
    // Our own code opens the session: next-auth never gets as far as one of its own.
    callbacks: { signIn: () => '/' },
  }
}
