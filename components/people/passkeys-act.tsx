'use client'

import { usePersonAct } from '@/components/access/shared/use-person-act'
import type { PersonView } from '@/lib/domain/access/person'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { PeopleActions } from './people-actions'
import { PersonAct } from './person-act'

interface Props {
  readonly person: Pick<PersonView, 'id' | 'name' | 'passkeys'>
  readonly action: PeopleActions['removePasskeys']
}

/** Removes all passkeys of a person who has some; its result stays when there are none left. */
export function PasskeysAct({ person: { id, name, passkeys: count }, action }: Props) {
  const { t } = useI18n()
  const removal = usePersonAct(action)
  if (count === 0 && removal.value === null) return null
  return (
    <PersonAct
      button={t('people.access.removePasskeys')}
      act={removal}
      onPress={() => void removal.act({ personId: id })}
      done={removal.value === null ? null : t('people.access.passkeysRemoved', { name })}
      meaning={t('people.access.removePasskeysMeaning', { name, count })}
    />
  )
}
