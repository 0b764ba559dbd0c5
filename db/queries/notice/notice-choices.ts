import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { noticeChoices } from '@/db/schema/notices'
import type { Actor } from '@/lib/domain/access/actor'
import { noticeKindsFor, usualChoice } from '@/lib/domain/access/notice-audience'
import type { NoticeChoiceInput } from '@/lib/domain/access/notice-inputs'

/** What a person has chosen of each kind that the role may be told of; what is usual for the others. */
export async function listNoticeChoices(
  database: Database,
  { userId, role }: Pick<Actor, 'userId' | 'role'>,
): Promise<readonly NoticeChoiceInput[]> {
  const { kind, bell, mail } = noticeChoices
  const rows = await database.run((db) =>
    db.select({ kind, bell, mail }).from(noticeChoices).where(eq(noticeChoices.userId, userId)),
  )
  return noticeKindsFor(role).map(
    (one) =>
      rows.find((row) => row.kind === one) ?? Object.assign({ kind: one }, usualChoice(role, one)),
  )
}

/** Stores how a kind reaches a person from the next notice on. */
export async function saveNoticeChoice(
  database: Database,
  userId: string,
  { kind, bell, mail }: NoticeChoiceInput,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      insert into notice_choices (user_id, kind, bell, mail)
      values (${userId}::uuid, ${kind}, ${bell}, ${mail})
      on conflict (user_id, kind) do update set bell = excluded.bell, mail = excluded.mail`),
  )
}
