import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { businessLogos } from '@/db/schema/organization-settings'
import type { LogoType } from '@/lib/domain/access/organization-settings'

interface StoredLogo {
  readonly contentType: LogoType
  readonly bytes: Uint8Array
}

/** The picture that was stored under this hash; null when none was. */
export async function findBusinessLogo(
  database: Database,
  hash: string,
): Promise<StoredLogo | null> {
  const { contentType, bytes } = businessLogos
  const [found] = await database.run((db) =>
    db.select({ contentType, bytes }).from(businessLogos).where(eq(businessLogos.hash, hash)),
  )
  return found ?? null
}
