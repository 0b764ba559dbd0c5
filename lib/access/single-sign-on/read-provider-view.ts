import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { readSetting } from '@/db/queries/access/organization-settings'
import { LIMITS } from '@/lib/config/limits'
import type { ProviderView } from '@/lib/domain/access/single-sign-on'

/**
 * The organization's identity provider for the sign-in page. Null without one, and where the database
 * does not respond within `LIMITS.access.firstPersonMs`: the page still comes.
 */
export async function readProviderView(database: Database): Promise<ProviderView | null> {
  const settings = await Promise.race([
    readSetting(database, 'single_sign_on').catch(() => null),
    sleep(LIMITS.access.firstPersonMs, null, { ref: false }),
  ])
  if (settings === null) return null
  const { name, localPasswords } = settings
  return { name, localPasswords }
}
