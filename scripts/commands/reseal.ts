import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { SEALED_KINDS } from '@/db/queries/sealed-secrets'
import { resealSecrets } from '@/lib/keys/reseal-secrets'
import { CommandError } from '../describe-error'
import { WAYS_BACK } from '../application/check-keys'

/** Of which things the secrets are. */
const OF = {
  connection: 'connections',
  previous_webhook: 'replaced webhooks',
  app_factor: 'authenticator apps',
  notice_webhook: 'the webhook of notices',
  single_sign_on: 'single sign-on',
} as const

/**
 * Seals the secrets in the database with PAYDESK_ENCRYPTION_KEY that its previous key has sealed, while
 * the application runs. Ends with 1 when some open with neither.
 */
export async function reseal(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} })
  let unreadable = 0
  for (const kind of SEALED_KINDS) {
    const report = await resealSecrets(database(), kind)
    const { resealed, current, unreadable: names } = report
    const counts = `${resealed} sealed anew, ${current} under the current key already`
    console.log(`Secrets of ${OF[kind]}: ${counts}, ${names.length} not opened.`)
    for (const name of names) console.error(`Neither key opens that of ${name}.`)
    unreadable += names.length
  }
  if (unreadable > 0) throw new CommandError(`${unreadable} could not be opened. ${WAYS_BACK}`)
  console.log('Every secret is sealed with PAYDESK_ENCRYPTION_KEY; the previous key is not needed.')
}
