import { useTranslations } from 'next-intl'
import type { IconName } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import type { OperationState } from '@/lib/domain/operation/outcome'
import { STATE_TONES } from '@/lib/format/labels'

export const STATE_ICONS: Readonly<Record<OperationState, IconName>> = {
  intended: 'clock',
  sending: 'arrow-right',
  pending: 'clock',
  unknown: 'question',
  needs_review: 'warning',
  succeeded: 'check',
  refused: 'cross',
  not_sent: 'undo',
  abandoned: 'undo',
}

/** The state of an operation as colour, icon and words. */
export function StatePill({ state }: { readonly state: OperationState }) {
  const t = useTranslations('states')
  return (
    <Pill tone={STATE_TONES[state]} icon={STATE_ICONS[state]}>
      {t(state)}
    </Pill>
  )
}
