import { z } from 'zod'
import { schemaOf, words } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type { RemoveViewInput, SaveViewInput } from '@/lib/domain/listing/saved-view'
import type { ReadAgainInput } from '@/lib/domain/operation/inputs'

const { list, savedViews } = LIMITS

export const saveViewInput = schemaOf<SaveViewInput>()(
  z.strictObject({
    name: words(savedViews.nameLength),
    query: z.string().max(savedViews.queryLength),
    isShared: z.boolean(),
  }),
)

export const readAgainInput = schemaOf<ReadAgainInput>()(z.strictObject({ unreadId: z.uuid() }))

export const removeViewInput = schemaOf<RemoveViewInput>()(z.strictObject({ id: z.uuid() }))

/** The bounds that the list page needs. */
export const listLimits = {
  countCap: list.countCap,
  exportRows: LIMITS.export.rows,
  nameLength: savedViews.nameLength,
  passedShown: list.passedShown,
}
