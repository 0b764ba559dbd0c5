'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import type { ConnectionView } from '@/lib/domain/provider/connection-view'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { ConnectionChangeActions } from './connection-change-actions'

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'name' | 'version' | 'health'>
  readonly action: ConnectionChangeActions['remove']
}

/** Removes a connection for good, by its typed name. */
export function RemovalCard({ connection: { id, name, version, health }, action }: Props) {
  const t = useTranslations('connections.removal')
  const { formats } = useI18n()
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const { isPending, failure, act } = usePersonAct(action)
  const held = health.held.map((one) => formats.money(one.heldMinor, one.currency)).join(', ')

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    const result = await act({ connectionId: id, seen: version, typedName: typed })
    if (result?.ok === true && result.value.isGone) router.push('/settings/connections')
  }

  return (
    <Card id="removal" title={t('title')}>
      <form className="grid gap-4 px-5 pb-5 text-sm" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-soft max-w-prose text-pretty">
          {t(health.payments === 0 ? 'meaningEmpty' : 'meaning', { count: health.payments })}
        </p>
        {held !== '' && (
          <p className="text-warn-ink max-w-prose font-medium text-pretty">{t('held', { held })}</p>
        )}
        {health.openOperations > 0 && (
          <p className="text-warn-ink max-w-prose font-medium text-pretty">
            {t('open', { count: health.openOperations })}
          </p>
        )}
        <Field
          className="max-w-md"
          label={t('confirm', { name })}
          name="typedName"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" className="justify-self-start" busy={isPending}>
          {t(isPending ? 'pending' : 'submit')}
        </Button>
        <ActResult done={null} failure={failure} />
      </form>
    </Card>
  )
}
