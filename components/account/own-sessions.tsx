'use client'

import { useState } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { SessionsList } from '@/components/access/shared/sessions-list'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { SessionView } from '@/lib/domain/access/person'
import type { OwnSessionInput } from '@/lib/domain/access/person-inputs'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly sessions: readonly SessionView[]
  readonly ownSessionId: string
  readonly action: (input: OwnSessionInput) => Promise<Result<null>>
}

/** Where one is signed in oneself; every browser but this one can be signed out here. */
export function OwnSessions({ sessions, ownSessionId, action }: Props) {
  const { t } = useI18n()
  const [ended, setEnded] = useState(0)
  const { isPending, failure, act } = usePersonAct(action)

  async function signOut(sessionId: string) {
    const result = await act({ sessionId })
    if (result?.ok === true) setEnded((count) => count + 1)
  }

  return (
    <Card id="browsers" title={t('people.sessions.title')}>
      <div className="grid gap-3 px-5 pb-3">
        <SessionsList
          sessions={sessions}
          ownSessionId={ownSessionId}
          aside={({ id: sessionId }, browser) =>
            sessionId !== ownSessionId && (
              <Button
                size="small"
                busy={isPending}
                aria-label={t('people.sessions.signOutNamed', { browser })}
                onClick={() => void signOut(sessionId)}
              >
                {t('people.sessions.signOut')}
              </Button>
            )
          }
        />
        <ActResult
          done={ended === 0 ? null : t('people.sessions.signedOut', { count: ended })}
          failure={failure}
          takesFocus
        />
      </div>
    </Card>
  )
}
