'use client'

import { useTranslations } from 'next-intl'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { FailureAlert } from '@/components/act/failure-alert'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { TestedConnectionView } from '@/lib/domain/provider/connection-inputs'
import type { ConnectionChangeActions } from './connection-change-actions'

interface Props {
  readonly connectionId: string
  readonly provider: string
  readonly action: ConnectionChangeActions['test']
}

/** Tests a connection at its provider, and says what was found. */
export function CheckNow({ connectionId, provider, action }: Props) {
  const t = useTranslations('connections.test')
  const { isPending, value, failure, act } = usePersonAct(action)
  return (
    <div className="grid gap-4 px-5 pb-5 text-sm">
      <Button
        className="justify-self-start"
        busy={isPending}
        onClick={() => void act({ connectionId })}
      >
        {t(isPending ? 'pending' : 'submit', { provider })}
      </Button>
      <div role="status" className="empty:hidden">
        {value !== null && <Tested value={value} />}
      </div>
      <FailureAlert failure={failure} />
    </div>
  )
}

function Tested({ value: { isTested, fault } }: { readonly value: TestedConnectionView }) {
  const t = useTranslations('connections.test')
  const faults = useTranslations('connections.faults')
  if (fault === null) {
    return (
      <Banner tone="good" icon="check">
        {t(isTested ? 'works' : 'worksBefore')}
      </Banner>
    )
  }
  return (
    <Banner tone="bad" icon="warning">
      {t(isTested ? 'fault' : 'faultBefore', { fault: faults(fault) })}
    </Banner>
  )
}
