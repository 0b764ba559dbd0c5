'use client'

import { ActResult } from '@/components/access/shared/act-result'
import { SessionsList } from '@/components/access/shared/sessions-list'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { PersonView, SessionView } from '@/lib/domain/access/person'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { PeopleActions } from './people-actions'

interface Props {
  readonly person: Pick<PersonView, 'id' | 'name'>
  readonly sessions: readonly SessionView[]
  readonly ownSessionId: string
  readonly action: PeopleActions['signOut']
}

/** Where a person is signed in, and signing the person out everywhere. */
export function SessionsCard({ person: { id, name }, sessions, ownSessionId, action }: Props) {
  const { t } = useI18n()
  const { isPending, value, failure, act } = usePersonAct(action)
  const done =
    value === null ? null : t('people.sessions.signedOut', { count: value.sessionsEnded })
  return (
    <Card id="browsers" title={t('people.sessions.title')}>
      <div className="grid gap-3 px-5 pb-5 text-sm">
        {sessions.length === 0 ? (
          <p className="text-ink-soft">{t('people.sessions.none', { name })}</p>
        ) : (
          <>
            <SessionsList sessions={sessions} ownSessionId={ownSessionId} />
            <Button
              busy={isPending}
              className="justify-self-start"
              onClick={() => void act({ personId: id })}
            >
              {t('people.sessions.signOutAll')}
            </Button>
          </>
        )}
        <ActResult done={done} failure={failure} takesFocus />
      </div>
    </Card>
  )
}
