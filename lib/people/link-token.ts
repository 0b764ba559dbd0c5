import { randomUUID } from 'node:crypto'
import type { NewLink } from '@/db/queries/access/person-links'
import { hashToken, newToken } from '@/lib/access/secret-token'
import { LIMITS } from '@/lib/config/limits'
import type { Locale } from '@/lib/domain/access/person-settings'

/** A link that was just made. Its token is shown to who made it, once, and kept nowhere. */
export interface MadeLink {
  readonly token: string
  readonly link: NewLink
}

/** A link that was just made, and the person whom it is for. */
export interface LinkToPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Null where the person has chosen none. */
  readonly language: Locale | null
  /** True for a person who has no password yet. */
  readonly isInvitation: boolean
  /** For the link that the person gets; kept nowhere. */
  readonly token: string
}

/** A new one-time link with a token that cannot be guessed. */
export function makeLink(): MadeLink {
  const token = newToken()
  const { linkValidS: validForS } = LIMITS.access
  return { token, link: { id: randomUUID(), tokenHash: hashToken(token), validForS } }
}
