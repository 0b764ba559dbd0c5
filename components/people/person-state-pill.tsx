import { useTranslations } from 'next-intl'
import { Pill, type PillTone } from '@/components/ui/pill'
import type { IconName } from '@/components/ui/icon'
import type { ListedState } from '@/lib/domain/access/person'

const LOOKS: Readonly<Record<ListedState, { tone: PillTone; icon: IconName }>> = {
  invited: { tone: 'info', icon: 'clock' },
  active: { tone: 'good', icon: 'check' },
  locked: { tone: 'warn', icon: 'lock' },
  disabled: { tone: 'neutral', icon: 'minus' },
}

export function PersonStatePill({ state }: { readonly state: ListedState }) {
  const t = useTranslations('people.states')
  return <Pill {...LOOKS[state]}>{t(state)}</Pill>
}
