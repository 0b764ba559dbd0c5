import type { Database } from '@/db/client'
import { deleteAccountTries } from '@/db/queries/access/delete-account-tries'
import { clientAddress } from '@/lib/access/client-address'
import { parseEmail } from '@/lib/access/email-address'
import { accountKey, addressKey } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'
import type { PersonTarget } from './change-person'
import { refuse, type PersonResult } from './person-rules'

export interface UnlockedPerson {
  readonly email: string
  /** False when no failed sign-in was counted; nothing was written then. */
  readonly isChanged: boolean
}

/**
 * Lets a person sign in at once who was held back after failed tries.
 * @param address the network address whose tries are forgotten, too; null for the account's alone
 */
export async function unlockPerson(
  database: Database,
  { email: text, request }: PersonTarget,
  address: string | null,
): Promise<PersonResult<UnlockedPerson>> {
  const email = parseEmail(text)
  if (email === null) return refuse('email_malformed')
  const network = address === null ? null : clientAddress(address)
  if (network === 'unknown') return refuse('address_malformed')

  const secret = env().NEXTAUTH_SECRET
  const addressKeys = network === null ? [] : [addressKey(network, secret)]
  const keys = [accountKey(email, secret), ...addressKeys]
  const removed = await deleteAccountTries(database, email, keys, request)
  if (removed === null) return refuse('unknown_person')
  return { ok: true, value: { email, isChanged: removed > 0 } }
}
