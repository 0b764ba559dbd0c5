import type { Provider } from '@/lib/domain/provider/provider'
import { methodLabel, type MethodLabel } from '@/lib/format/methods'
import type { Texts } from '@/lib/i18n/i18n'

/** A payment method in the reader's words, as beside the name of its `provider` if given. */
export function methodOf(method: string, t: Texts, provider?: Provider): MethodLabel {
  return methodLabel(method, (code) => t(`methods.${code}`), provider)
}
