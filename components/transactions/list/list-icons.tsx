import { METHOD_ICONS } from '@/components/transactions/shared/method'
import { STATUS_ICONS } from '@/components/transactions/shared/status-pill'
import { IconSymbols } from '@/components/ui/icon'

const NAMES = new Set([
  ...Object.values(METHOD_ICONS),
  ...Object.values(STATUS_ICONS),
  ...(['chevron', 'clock', 'cross', 'tag', 'warning'] as const),
])

/** The outlines of the icons that the rows of the list refer to. */
export function ListIcons() {
  return <IconSymbols names={[...NAMES]} />
}
