import { custom, Issuer } from 'openid-client'
import { isLocal } from '@/lib/config/local-address'
import { LIMITS } from '@/lib/config/limits'
import { boundedAgent } from './bounded-agent'

/** Addresses of the metadata that browsers or we are sent to. */
const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
] as const

export type IssuerCheck =
  | {
      readonly ok: true
      /** As the provider itself spells it. */
      readonly issuer: string
    }
  | {
      readonly ok: false
      readonly problem: 'malformed' | 'unreachable' | 'other_issuer' | 'incomplete' | 'insecure'
    }

/** Where a provider's metadata is. */
export function metadataAddress(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

/**
 * Reads the metadata of an identity provider and says if Paydesk can work with it. Every address in it
 * must be https, but for one of this machine.
 */
export async function checkIssuer(issuer: string): Promise<IssuerCheck> {
  if (!isProviderAddress(issuer)) return { ok: false, problem: 'malformed' }
  custom.setHttpOptionsDefaults({
    timeout: LIMITS.identityProvider.silenceMs,
    agent: boundedAgent(issuer),
  })
  const found = await Issuer.discover(metadataAddress(issuer)).catch(() => null)
  if (found === null) return { ok: false, problem: 'unreachable' }
  const { metadata } = found
  const named = metadata.issuer
  if (named !== issuer && named !== `${issuer}/` && `${named}/` !== issuer) {
    return { ok: false, problem: 'other_issuer' }
  }
  const [authorization, token, keys] = ENDPOINTS.map((name) => metadata[name])
  if (!authorization || !token || !keys) return { ok: false, problem: 'incomplete' }
  const isSecure = ENDPOINTS.every((name) => isProviderAddress(metadata[name] ?? issuer))
  return isSecure ? { ok: true, issuer: named } : { ok: false, problem: 'insecure' }
}

/** True for an address at which an identity provider may be: https, or of this machine. */
export function isProviderAddress(text: string): boolean {
  if (text.length > LIMITS.identityProvider.textLength || !URL.canParse(text)) return false
  const url = new URL(text)
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url))
  return isPrivate && url.username === '' && url.password === ''
}
