import type { ListedReasonKind } from '@/lib/domain/operation/reasons'

/** The inputs of everything that a business sets; the schemas of the actions take these. */

interface SeenInput {
  /** When the setting that the person saw was last changed (ISO 8601); null when it never was. */
  readonly seenAt: string | null
}

export interface BusinessNameInput extends SeenInput {
  /** As it was typed; an empty one for the product's name. */
  readonly name: string
}

export interface BusinessLogoInput extends SeenInput {
  /** The file in base64; null takes the logo away. */
  readonly file: string | null
}

export interface BusinessZoneInput extends SeenInput {
  /** As it was typed; an empty one for that of the environment. */
  readonly timeZone: string
}

export interface LanguagesInput extends SeenInput {
  readonly languages: readonly string[]
}

export interface ReasonEntryInput {
  /** Null for one that is new. */
  readonly code: string | null
  /** As it was typed; an empty one for the words built in, where there are any. */
  readonly name: string
  readonly isRetired: boolean
}

/** All reasons in their order; none that is listed may be left out. */
export interface ReasonsInput extends SeenInput {
  readonly kind: ListedReasonKind
  readonly reasons: readonly ReasonEntryInput[]
}

/** As they were typed. Rows without both are left out. */
export interface LimitEntryInput {
  readonly currency: string
  readonly amount: string
}

export interface ReviewLimitsInput extends SeenInput {
  readonly limits: readonly LimitEntryInput[]
}

export interface SecondFactorRolesInput extends SeenInput {
  readonly roles: readonly string[]
}

export interface StepUpInput extends SeenInput {
  readonly topics: readonly string[]
  /** Greatest refunds without it. */
  readonly limits: readonly LimitEntryInput[]
}
