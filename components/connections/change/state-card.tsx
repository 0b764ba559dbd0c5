'use client'

import { useTranslations } from 'next-intl'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { PersonAct } from '@/components/people/person-act'
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
      <div className="px-5 pb-1">
        <PersonAct
          button={t(isEnabled ? 'disable' : 'enable')}
          meaning={meaning + open}
          act={{ isPending, failure }}
          onPress={() => void act({ connectionId: id, seen: version, isEnabled: !isEnabled })}
          done={value === null ? null : t(isEnabled ? 'enabled' : 'disabled')}
        />
      </div>
    </Card>
  )
}
