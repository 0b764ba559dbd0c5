import { Database } from '@/db/client'
import {
  countUnreadable,
  findUnreadableSecrets,
  type UnreadableSecrets,
} from '@/lib/keys/find-unreadable-secrets'
import { log } from '@/lib/observability/log'

/** What to do about secrets that no key opens. */
export const WAYS_BACK =
  'Set the key that sealed them, as PAYDESK_ENCRYPTION_KEY or PAYDESK_ENCRYPTION_KEY_PREVIOUS. If it is lost, enter the secret of each connection again with npm run connect, take the lost apps away with npm run people -- reset-second-factor, and give the client secret of single sign-on once more with npm run people -- single-sign-on set.'

/**
 * Tries the keys on the secrets in the database. Throws a sentence when they open none of them; logs
 * one when some stay closed, whose connections and apps cannot be used. A database that cannot be
 * asked now, or was never migrated, is left to the application.
 */
export async function refuseWrongKeys(databaseUrl: string): Promise<void> {
  const database = new Database(databaseUrl, 2)
  try {
    const unreadable = await findUnreadableSecrets(database).catch(() => null)
    const closed = unreadable === null ? 0 : countUnreadable(unreadable)
    if (unreadable === null || closed === 0) return
    const sentence = `${describeUnreadable(unreadable)} ${WAYS_BACK}`
    if (closed === unreadable.checked) throw new Error(`Nothing was started. ${sentence}`)
    log().error(sentence)
  } finally {
    // Not waited for: with a database that is away it takes some seconds.
    void database.close().catch(() => undefined)
  }
}

function describeUnreadable(unreadable: UnreadableSecrets): string {
  const { connections, people, providers, webhooks, checked } = unreadable
  const names = connections.map((name) => `“${name}”`).join(', ')
  const parts = [
    ...(connections.length > 0 ? [`those of ${connections.length} connections (${names})`] : []),
    ...(people > 0 ? [`those of ${people} authenticator apps`] : []),
    ...providers.map((name) => `that of single sign-on (“${name}”)`),
    ...webhooks.map((host) => `the webhook of notices (${host})`),
  ]
  return `The keys do not open ${countUnreadable(unreadable)} of ${checked} sealed secrets in the database: ${parts.join(' and ')}.`
}
