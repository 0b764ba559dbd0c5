import { methodLabel, type MethodLabel } from '@/lib/format/methods'
import type { Texts } from '@/lib/i18n/wording'

/** A payment method in the reader's words. */
export function methodOf(method: string, t: Texts): MethodLabel {
  return methodLabel(method, (code) => t(`methods.${code}`))
}
