import type { Database } from '@/db/client'
import { listSealedSecrets, replaceSeal, type SealedKind } from '@/db/queries/sealed-secrets'
import { encryptionKeys } from '@/lib/config/key-ring'
import { resealSecret } from '@/lib/config/secret-box'
import { contextOfSecret } from './find-unreadable-secrets'

export interface ResealReport {
  readonly resealed: number
  /** Sealed with the current key already. */
  readonly current: number
  /** Names of those that none of the keys opens; they were left as they are. */
  readonly unreadable: readonly string[]
}

/**
 * Seals every secret of a kind with the current key, one after the other, while the application runs.
 * It may be ended and begun again at any time. A secret that is replaced meanwhile is read anew.
 */
export async function resealSecrets(database: Database, kind: SealedKind): Promise<ResealReport> {
  const count = { resealed: 0, current: 0 }
  const unreadable: string[] = []
  let after: string | null = null
  for (;;) {
    const [secret] = await listSealedSecrets(database, kind, { after, atMost: 1 })
    if (secret === undefined) return Object.assign(count, { unreadable })
    const under = resealSecret(secret.sealed, encryptionKeys(), contextOfSecret(kind, secret))
    if (!under.ok) unreadable.push(secret.name)
    else if (under.value === secret.sealed) count.current += 1
    else if (await replaceSeal(database, kind, secret, under.value)) count.resealed += 1
    else continue
    after = secret.id
  }
}
