import { randomUUID } from 'node:crypto'
import { database } from '@/db/client'
import { listConnectionNames } from '@/db/queries/sync/connections'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { PersonTarget } from '@/lib/people/change-person'
import { CommandError, UsageError } from '../../describe-error'

/** The connections of these names; all there are where none is named. */
export async function scopeNamed(names: readonly string[] | undefined): Promise<Scope> {
  if (names === undefined) return 'all'
  const known = await listConnectionNames(database(), 'all')
  return names.map((name) => {
    const found = known.find((connection) => connection.name === name)
    if (found !== undefined) return found.id
    const others = known.map((connection) => `“${connection.name}”`).join(', ')
    throw new CommandError(`There is no connection “${name}”. Connections: ${others || 'none'}.`)
  })
}

/** The request of a command, with the reason as it was typed. */
export function requestOf(given: string | undefined): PersonTarget['request'] {
  const reason = given?.trim() ?? ''
  if (reason.length > LIMITS.text.reason) {
    throw new UsageError(`The reason may have at most ${LIMITS.text.reason} characters.`)
  }
  return { requestId: randomUUID(), reason: reason === '' ? null : reason, actor: null }
}

/** The value of an option that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`${option} is missing.`)
  return value
}
