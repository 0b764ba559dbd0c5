'use client'

import { useTranslations } from 'next-intl'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Card } from '@/components/ui/card'
import type { PersonView } from '@/lib/domain/access/person'
import { OneTimeLink } from './one-time-link'
import type { PeopleActions } from './people-actions'
import { PersonAct } from './person-act'

interface Props {
  readonly person: Pick<PersonView, 'id' | 'name' | 'hasApp'>
  /** False for the reader's own account, and for people whose role may do more. */
  readonly mayReset: boolean
  readonly validHours: number
  readonly action: PeopleActions['resetFactor']
}

/** A person's second factor, and taking it away when it is lost, which makes a one-time link. */
export function SecondFactorCard({ person, mayReset, validHours, action }: Props) {
  const { id, name, hasApp } = person
  const t = useTranslations('people.secondFactor')
  const reset = usePersonAct(action)
  const link = reset.value?.link ?? null
  const done = reset.value === null ? null : link === null ? 'notReset' : 'wasReset'
  return (
    <Card id="second-factor" title={t('title')}>
      <div className="grid gap-3 px-5 pb-5 text-sm">
        <p className="text-ink">{t(hasApp ? 'hasApp' : 'hasNone', { name })}</p>
        {hasApp && mayReset && (
          <PersonAct
            button={t('reset')}
            meaning={t('resetMeaning', { name })}
            act={{ isPending: reset.isPending, failure: null }}
            onPress={() => void reset.act({ personId: id })}
            done={null}
          />
        )}
        <ActResult
          done={done === null ? null : t(done, { name })}
          failure={reset.failure}
          takesFocus={link === null}
        />
        {link !== null && <OneTimeLink link={link} name={name} validHours={validHours} />}
      </div>
    </Card>
  )
}
