import type { Database } from '@/db/client'
import { saveNoticeChoice } from '@/db/queries/notice/notice-choices'
import { markNoticesRead } from '@/db/queries/notice/read-notices'
import type { Actor } from '@/lib/domain/access/actor'
import type { NoticeChoiceInput, ReadNoticesInput } from '@/lib/domain/access/notice-inputs'
import { success, type Result } from '@/lib/domain/operation/result'

interface OwnContext {
  readonly actor: Actor
  readonly database: Database
}

/** Marks one line of one's own notices as read, or all of them. */
export async function readOwnNotices(
  { actor, database }: OwnContext,
  { line }: ReadNoticesInput,
): Promise<Result<null>> {
  await markNoticesRead(database, actor.userId, line)
  return success(null)
}

/** Chooses how a kind reaches oneself; a kind of which the role is never told stays untold. */
export async function chooseOwnNotices(
  { actor, database }: OwnContext,
  choice: NoticeChoiceInput,
): Promise<Result<null>> {
  await saveNoticeChoice(database, actor.userId, choice)
  return success(null)
}
