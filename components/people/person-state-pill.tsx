import { useTranslations } from 'next-intl'
import { Pill, type PillTone } from '@/components/ui/pill'
import type { IconName } from '@/components/ui/icon'
import type { PersonState } from '@/lib/domain/access/person'

const LOOKS: Readonly<Record<PersonState, { tone: PillTone; icon: IconName }>> = {
  invited: { tone: 'info', icon: 'clock' },
  active: { tone: 'good', icon: 'check' },
  disabled: { tone: 'neutral', icon: 'lock' },
}

export function PersonStatePill({ state }: { readonly state: PersonState }) {
  const t = useTranslations('people.states')
  return <Pill {...LOOKS[state]}>{t(state)}</Pill>
}
