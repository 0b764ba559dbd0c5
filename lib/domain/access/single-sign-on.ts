import type { Role } from './permission'
import type { Scope } from './scope'

/** People of this group at the identity provider get this role and scope. */
export interface GroupRule {
  readonly group: string
  readonly role: Role
  readonly scope: Scope
}

/** How people sign in by the identity provider of the organization (OpenID Connect). */
export interface SingleSignOn {
  /** As the provider spells it in its own metadata and tokens. */
  readonly issuer: string
  readonly clientId: string
  /** The client's secret, sealed for this issuer and client; never in the audit trail. */
  readonly sealedSecret: string
  /** The provider's name on the button. */
  readonly name: string
  /** The scopes of the request, separated by blanks; `openid` among them. */
  readonly scopes: string
  readonly groupsClaim: string
  /** The first one that names a group of the person counts. */
  readonly groups: readonly GroupRule[]
  /** True where the provider has checked every address, and does not say so of each. */
  readonly trustsEmail: boolean
  /** True where the provider asks everyone for two factors, and does not say so of each sign-in. */
  readonly trustsSecondFactor: boolean
  /** False keeps everyone but the emergency admin from signing in by password, passkey or link. */
  readonly localPasswords: boolean
  /** The emergency admin, who may always sign in by password. */
  readonly emergencyAdminId: string | null
}

/** The identity provider as people see it before they are signed in. */
export interface ProviderView {
  readonly name: string
  /** False where only the emergency admin may sign in otherwise. */
  readonly localPasswords: boolean
}

/** What the identity provider says about a person, checked and in our terms. */
export interface ProviderClaims {
  readonly issuer: string
  readonly subject: string
  /** As it came; null without one. */
  readonly email: string | null
  /** Null where the provider does not say. */
  readonly isEmailVerified: boolean | null
  /** As it came; null without one. */
  readonly name: string | null
  /** Null where they are no list of texts, or more than are read. */
  readonly groups: readonly string[] | null
  /** True where it says that the person showed more than one factor. */
  readonly hasTwoFactors: boolean
  /** When the person last showed the provider who they are; null where it does not say. */
  readonly authenticatedAt: Date | null
}

/** The reason why a sign-in by the identity provider opened no session. */
export const SINGLE_SIGN_ON_PROBLEMS = [
  'off',
  'unavailable',
  'too_many_tries',
  'expired',
  'cancelled',
  'rejected',
  'no_group',
  'groups_unreadable',
  'email_missing',
  'email_unverified',
  'email_taken',
  'disabled',
  'second_factor',
  'other_person',
  'internal',
] as const
export type SingleSignOnProblem = (typeof SINGLE_SIGN_ON_PROBLEMS)[number]

/** The problem in an address; null for any other text. */
export function parseSingleSignOnProblem(text: unknown): SingleSignOnProblem | null {
  return SINGLE_SIGN_ON_PROBLEMS.find((problem) => problem === text) ?? null
}

/** The rule that counts for a person of these groups: the first of the list; null without one. */
export function findGroupRule(
  rules: readonly GroupRule[],
  groups: readonly string[],
): GroupRule | null {
  return rules.find(({ group }) => groups.includes(group)) ?? null
}
