import { count, isNotNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema/people'
import { LOCALES, type Locale } from '@/lib/domain/access/person-settings'

/** The number of people who have chosen each language; most have chosen none, and follow their browser. */
export async function countChosenLanguages(
  database: Database,
): Promise<Readonly<Record<Locale, number>>> {
  const { language } = users
  const rows = await database.run((db) =>
    db
      .select({ language, count: count() })
      .from(users)
      .where(isNotNull(language))
      .groupBy(language),
  )
  const counts = LOCALES.map((locale) => {
    const found = rows.find((row) => row.language === locale)
    return [locale, found?.count ?? 0] as const
  })
  return Object.fromEntries(counts) as Record<Locale, number>
}
