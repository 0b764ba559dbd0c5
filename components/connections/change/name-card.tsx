'use client'

import { useTranslations } from 'next-intl'
import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import type { ConnectionView } from '@/lib/domain/provider/connection-view'
import type { ConnectionChangeActions } from './connection-change-actions'

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'name' | 'version'>
  readonly action: ConnectionChangeActions['rename']
}

/** The name of a connection. What was typed stays after every refusal. */
export function NameCard({ connection: { id, name: now, version }, action }: Props) {
  const t = useTranslations('connections.page')
  const [typed, setTyped] = useState<string | null>(null)
  const { isPending, value, failure, act } = usePersonAct(action)

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    const result = await act({ connectionId: id, seen: version, name: typed ?? now })
    if (result?.ok === true) setTyped(null)
  }

  return (
    <Card id="name" title={t('name.title')}>
      <form className="grid gap-4 px-5 pb-5 text-sm" onSubmit={(event) => void submit(event)}>
        <Field
          className="max-w-md"
          label={t('name.label')}
          hint={t('name.meaning')}
          name="name"
          autoComplete="off"
          value={typed ?? now}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" className="justify-self-start" busy={isPending}>
          {t(isPending ? 'pending' : 'name.save')}
        </Button>
        <ActResult done={value === null ? null : t('name.saved')} failure={failure} />
      </form>
    </Card>
  )
}
