'use client'

import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { ConnectionName, PersonView } from '@/lib/domain/access/person'
import { isScopeWithin } from '@/lib/domain/access/scope'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { PeopleActions } from './people-actions'
import { ScopeChoice, scopeEntry, scopeOf } from './scope-choice'
import { ScopeNames } from './scope-names'

interface Props {
  readonly person: Pick<PersonView, 'id' | 'name' | 'scope'>
  /** The connections that the reader sees, and may give. */
  readonly connections: readonly ConnectionName[]
  readonly mayGiveAll: boolean
  /** Why the reader can't change it; null when it can be changed. */
  readonly closed: 'own' | 'beyond' | null
  readonly action: PeopleActions['giveScope']
}

/** The connections whose payments a person sees, and giving others. */
export function ScopeCard({ person, connections, mayGiveAll, closed, action }: Props) {
  const { t } = useI18n()
  const { id: personId, name, scope: now } = person
  const [chosen, setChosen] = useState({ from: key(now), entry: scopeEntry(now) })
  const { isPending, value, failure, act } = usePersonAct(action)
  // Others that were given meanwhile are those to begin from.
  const entry = chosen.from === key(now) ? chosen.entry : scopeEntry(now)
  const scope = scopeOf(entry)
  const isSame = isScopeWithin(scope, now) && isScopeWithin(now, scope)

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (!isPending) await act({ personId, scope })
  }

  return (
    <Card id="connections" title={t('people.connections.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <p className="text-ink-soft text-pretty">{t('people.connections.meaning', { name })}</p>
        {closed !== null ? (
          <p className="text-ink-soft">
            <strong className="text-ink font-medium">
              <ScopeNames scope={now} connections={connections} />
            </strong>
            <br />
            {t(`people.connections.${closed}`)}
          </p>
        ) : (
          <form className="grid justify-items-start gap-4" onSubmit={(event) => void submit(event)}>
            <ScopeChoice
              legend={t('people.connections.choose', { name })}
              connections={connections}
              mayGiveAll={mayGiveAll}
              entry={entry}
              onChange={(next) => setChosen({ from: key(now), entry: next })}
            />
            <Button type="submit" busy={isPending} disabled={isSame && value === null}>
              {t(isPending ? 'people.connections.pending' : 'people.connections.save')}
            </Button>
          </form>
        )}
        <ActResult
          done={value === null ? null : t('people.connections.saved', { name })}
          failure={failure}
        />
      </div>
    </Card>
  )
}

function key(scope: PersonView['scope']): string {
  return JSON.stringify(scope)
}
