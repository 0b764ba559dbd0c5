import { z } from 'zod'
import { words } from '@/lib/access/words'
import { LIMITS } from '@/lib/config/limits'

const { list, savedViews } = LIMITS

export const saveViewInput = z.strictObject({
  name: words(savedViews.nameLength),
  query: z.string().max(savedViews.queryLength),
  isShared: z.boolean(),
})

export const removeViewInput = z.strictObject({ id: z.uuid() })

/** What the page needs to know of the bounds. */
export const listLimits = {
  countCap: list.countCap,
  exportRows: LIMITS.export.rows,
  nameLength: savedViews.nameLength,
}
