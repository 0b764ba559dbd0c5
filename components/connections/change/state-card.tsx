'use client'

import { useTranslations } from 'next-intl'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { ConnectionView } from '@/lib/domain/provider/connection-view'
import type { ConnectionChangeActions } from './connection-change-actions'

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'name' | 'version' | 'state' | 'health'>
  readonly action: ConnectionChangeActions['setEnabled']
}

/** Disables a connection, or enables it again; says who notices. */
export function StateCard({ connection: { id, version, state, health }, action }: Props) {
  const t = useTranslations('connections.state')
  const { isPending, value, failure, act } = usePersonAct(action)
  const isEnabled = state === 'enabled'
  const { openOperations } = health
  const meaning = t(isEnabled ? 'disableMeaning' : 'enableMeaning')
  const open = isEnabled && openOperations > 0 ? ` ${t('open', { count: openOperations })}` : ''
  return (
    <Card id="state" title={t('title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <p id="state-meaning" className="text-ink-soft max-w-prose text-pretty">
          {meaning + open}
        </p>
        <Button
          className="justify-self-start"
          busy={isPending}
          aria-describedby="state-meaning"
          onClick={() => void act({ connectionId: id, seen: version, isEnabled: !isEnabled })}
        >
          {t(isEnabled ? 'disable' : 'enable')}
        </Button>
        <ActResult
          done={value === null ? null : t(isEnabled ? 'enabled' : 'disabled')}
          failure={failure}
        />
      </div>
    </Card>
  )
}
