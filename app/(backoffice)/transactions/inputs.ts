import { z } from 'zod'
import { LIMITS } from '@/lib/config/limits'

const { list, savedViews } = LIMITS

export const saveViewInput = z.strictObject({
  name: z.string().trim().min(1).max(savedViews.nameLength),
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
