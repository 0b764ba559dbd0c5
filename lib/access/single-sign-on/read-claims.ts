import { z } from 'zod'
import { LIMITS } from '@/lib/config/limits'
import type { ProviderClaims } from '@/lib/domain/access/single-sign-on'

const { groups: mostGroups, textLength } = LIMITS.identityProvider

const text = z.string().min(1).max(textLength)
const optionalText = z.string().nullable().catch(null)

const claimsSchema = z.object({
  sub: text,
  email: optionalText,
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
    .nullable()
    .catch(null),
  name: optionalText,
  amr: z.array(z.string()).catch([]),
  auth_time: z.number().int().positive().max(8_640_000_000_000).nullable().catch(null),
})

const groupsSchema = z.union([z.array(text).max(mostGroups), text.transform((group) => [group])])

/**
 * The claims of a checked sign-in in our terms; null where they name no subject. What only some
 * providers send may be left out or malformed: it is as if it were not there.
 * @param groupsClaim the name of the claim that holds the groups
 */
export function readClaims(
  claims: Readonly<Record<string, unknown>>,
  { issuer, groupsClaim }: { readonly issuer: string; readonly groupsClaim: string },
): ProviderClaims | null {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success) return null
  const { sub: subject, email, email_verified, name, amr, auth_time } = parsed.data
  return {
    issuer,
    subject,
    email,
    isEmailVerified: email_verified,
    name,
    groups: readGroups(claims, groupsClaim),
    hasTwoFactors: amr.includes('mfa'),
    authenticatedAt: auth_time === null ? null : new Date(auth_time * 1000),
  }
}

/**
 * No groups where there is no such claim. Null where they cannot be read: they are no texts, too many,
 * or the provider names an address for them instead, as it does for very many.
 */
function readGroups(
  claims: Readonly<Record<string, unknown>>,
  name: string,
): readonly string[] | null {
  const elsewhere = z.record(z.string(), z.unknown()).safeParse(claims._claim_names)
  if (elsewhere.success && Object.hasOwn(elsewhere.data, name)) return null
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  if (value === undefined || value === null) return []
  const parsed = groupsSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
