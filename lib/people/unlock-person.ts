import type { Database } from '@/db/client'
import { deleteAccountTries } from '@/db/queries/access/delete-account-tries'
import { countedAddress, UNKNOWN_ADDRESS } from '@/lib/access/client-address'
import { addressKey, keysOfPerson } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'
import { parseKey, type PersonTarget } from './change-person'
import { findChangeable } from './may-change'
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
  { person, request }: PersonTarget,
  address: string | null,
): Promise<PersonResult<UnlockedPerson>> {
  const key = parseKey(person)
  if (key === null) return refuse('email_malformed')
  const network = address === null ? null : countedAddress(address)
  if (network === UNKNOWN_ADDRESS) return refuse('address_malformed')

  const found = await findChangeable(database, key, request)
  if (!found.ok) return found
  const { email } = found.value
  const secret = env().NEXTAUTH_SECRET
  const addressKeys = network === null ? [] : [addressKey(network, secret)]
  const keys = [...keysOfPerson(found.value, secret), ...addressKeys]
  const removed = await deleteAccountTries(database, email, keys, request)
  if (removed === null) return refuse('unknown_person')
  return { ok: true, value: { email, isChanged: removed > 0 } }
}
