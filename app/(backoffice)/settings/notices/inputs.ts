import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type { NoticeWebhookInput } from '@/lib/domain/access/notice-inputs'
import { NOTICE_KINDS, WEBHOOK_SHAPES } from '@/lib/domain/notice/notice'

export const noticeWebhookInput = schemaOf<NoticeWebhookInput>()(
  z.strictObject({
    url: z.string().max(LIMITS.edge.typedLength),
    shape: z.enum(WEBHOOK_SHAPES),
    kinds: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
    seenAt: z.iso.datetime().nullable(),
  }),
)
