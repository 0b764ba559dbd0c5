'use client'

import { useTranslations } from 'next-intl'
import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import type { ConnectionView } from '@/lib/domain/provider/connection-view'
import { connectionFieldLabel } from '@/lib/i18n/describe-connection-field'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { SecretField } from '@/lib/providers/connection-form'
import type { ConnectionChangeActions } from './connection-change-actions'

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'version' | 'settings'>
  readonly provider: string
  readonly fields: readonly SecretField[]
  readonly action: ConnectionChangeActions['replaceSecret']
}

/**
 * Replaces fields of a connection's secret. They stay as they were typed after a refusal, and are gone
 * when the secret was stored.
 */
export function SecretCard({ connection: { id, version, settings }, provider, ...props }: Props) {
  const { t: all } = useI18n()
  const t = useTranslations('connections.secret')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [isShown, setShown] = useState(false)
  const { isPending, value, failure, act } = usePersonAct(props.action)
  const fields = props.fields.filter(({ options }) => options === undefined)
  const hasWebhooks = fields.some(({ isForWebhooks }) => isForWebhooks)

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    const result = await act({ connectionId: id, seen: version, fields: typed })
    if (result?.ok === true) setTyped({})
  }

  const done = value === null ? null : t(value.isChanged ? 'replaced' : 'same')
  return (
    <Card id="secret" title={t('title')}>
      <form className="grid gap-4 px-5 pb-5 text-sm" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-soft max-w-prose text-pretty">{t('meaning', { provider })}</p>
        {settings === null && <p className="text-bad-ink font-medium">{t('unreadable')}</p>}
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map(({ field, isForWebhooks }) => (
            <Field
              key={field}
              name={field}
              label={connectionFieldLabel(field, all)}
              hint={isForWebhooks === true ? t('webhookHint') : undefined}
              type={isShown || field === 'apiUser' ? 'text' : 'password'}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder={t('stays')}
              value={typed[field] ?? ''}
              onChange={(event) =>
                setTyped((before) => ({ ...before, [field]: event.target.value }))
              }
            />
          ))}
        </div>
        <label className="text-ink-soft flex cursor-pointer items-center gap-2 justify-self-start">
          <Checkbox checked={isShown} onChange={(event) => setShown(event.target.checked)} />
          {t('show')}
        </label>
        <p className="text-ink-soft max-w-prose text-pretty">
          {t('effect', { provider })} {hasWebhooks && t('webhookEffect')}
        </p>
        <Button type="submit" className="justify-self-start" busy={isPending}>
          {t(isPending ? 'pending' : 'submit', { provider })}
        </Button>
        <ActResult done={done} failure={failure} />
      </form>
    </Card>
  )
}
