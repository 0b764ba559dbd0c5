import type { Database } from '@/db/client'
import { changeSeenSetting, findLastSettingChange } from '@/db/queries/access/organization-settings'
import type { Actor } from '@/lib/domain/access/actor'
import type {
  LogoType,
  OrganizationSettings,
  SettingKey,
} from '@/lib/domain/access/organization-settings'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { forgetBusiness } from './read-business'

/** What settings are changed with in the browser: each by an admin, in whose name the audit entry is. */
export interface SettingContext {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

export interface SettingChanged {
  /** False when that was set already. */
  readonly isChanged: boolean
}

interface Change<K extends SettingKey> {
  readonly key: K
  readonly value: OrganizationSettings[K]
  /** When the setting was last changed as the person saw it; null when it never was. */
  readonly seenAt: string | null
  readonly image?: {
    readonly hash: string
    readonly contentType: LogoType
    readonly bytes: Uint8Array
  }
}

/**
 * Changes one setting, with its audit entry. Fails with `setting_overtaken` when a colleague changed it
 * since the person saw it, and for admins of some connections: it holds for all.
 */
export async function changeSetting<K extends SettingKey>(
  { actor, requestId, database }: SettingContext,
  { key, value, seenAt, image }: Change<K>,
): Promise<Result<SettingChanged>> {
  if (actor.scope !== 'all') return failure('setting_of_all_connections')
  const request = { requestId, reason: null, actor }
  const seen = image === undefined ? { seenAt } : { seenAt, image }
  const result = await changeSeenSetting(database, key, value, request, seen)
  if (result === 'actor_changed') return failure('actor_changed')
  forgetBusiness()
  if (result !== 'overtaken') return success({ isChanged: result === 'changed' })
  const last = await findLastSettingChange(database, key)
  if (last === null) throw new Error(`the setting ${key} was changed without an audit entry`)
  return failure('setting_overtaken', { values: last })
}
