'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import type { Result } from '@/lib/domain/operation/result'
import type {
  AddedConnectionView,
  NewConnectionInput,
} from '@/lib/domain/provider/connection-inputs'
import { PROVIDERS, type Provider } from '@/lib/domain/provider/provider'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { ConnectionDone } from './connection-done'
import { ConnectionForm } from './connection-form'
import type { ImportAction } from './import-card'

interface Props {
  readonly action: (input: NewConnectionInput) => Promise<Result<AddedConnectionView>>
  readonly importAction: ImportAction
}

/** Adding a connection: the provider, then its form, then what remains to be done. */
export function NewConnection({ action, importAction }: Props) {
  const t = useTranslations('connections.add')
  const [provider, setProvider] = useState<Provider | null>(null)
  const { isPending, value, failure, act, forget } = usePersonAct(action)

  function choose(next: Provider | null) {
    if (isPending) return
    setProvider(next)
    forget()
  }

  if (value !== null) {
    return (
      <ConnectionDone
        connection={value}
        importAction={importAction}
        onAnother={() => choose(null)}
      />
    )
  }
  return (
    <>
      <Card id="provider" title={t('choose')}>
        <fieldset className="grid gap-2 px-5 pb-5 sm:grid-cols-2" disabled={isPending}>
          <legend className="sr-only">{t('choose')}</legend>
          {PROVIDERS.map((one) => (
            <label
              key={one}
              className={cn(
                'rounded-control has-focus-visible:outline-accent-ink flex min-h-11 cursor-pointer items-center gap-2.5 border px-3 text-sm font-medium transition-colors has-focus-visible:outline-2',
                one === provider
                  ? 'border-accent-line bg-accent-soft text-accent-ink'
                  : 'border-field-line text-ink hover:border-ink-faint',
              )}
            >
              <input
                type="radio"
                name="provider"
                checked={one === provider}
                onChange={() => choose(one)}
                className="accent-accent size-4"
              />
              {PROVIDER_LABELS[one]}
            </label>
          ))}
        </fieldset>
      </Card>
      {PROVIDERS.map(
        (one) =>
          one === provider && (
            <ConnectionForm
              key={one}
              provider={one}
              isPending={isPending}
              failure={failure}
              onSubmit={(entry) => void act(entry)}
            />
          ),
      )}
    </>
  )
}
