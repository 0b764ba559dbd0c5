import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type { NoticeChoiceInput, ReadNoticesInput } from '@/lib/domain/access/notice-inputs'
import { NOTICE_KINDS } from '@/lib/domain/notice/notice'

export const readNoticesInput = schemaOf<ReadNoticesInput>()(
  z.strictObject({ line: z.string().max(LIMITS.edge.typedLength).nullable() }),
)

export const noticeChoiceInput = schemaOf<NoticeChoiceInput>()(
  z.strictObject({ kind: z.enum(NOTICE_KINDS), bell: z.boolean(), mail: z.boolean() }),
)

/** The bounds that the page of notices needs. */
export const noticePageLimits = {
  lines: LIMITS.notice.linesShown,
  keptDays: LIMITS.notice.keptMs / 86_400_000,
}
