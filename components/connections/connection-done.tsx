'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Button, buttonStyle } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Input } from '@/components/ui/field'
import type { AddedConnectionView } from '@/lib/domain/provider/connection-inputs'
import { ImportCard, type ImportAction } from './import-card'

interface Props {
  readonly connection: AddedConnectionView
  readonly importAction: ImportAction
  readonly onAnother: () => void
}

/** A connection that was just added: its webhook address to register, and the import. */
export function ConnectionDone({ connection, importAction, onAnother }: Props) {
  const { id, name, provider, webhookUrl, hasList } = connection
  const t = useTranslations('connections.add.done')
  const inputId = useId()
  const heading = useRef<HTMLHeadingElement>(null)

  // It came by a press whose button is gone: the focus leads here, and it is read out.
  useEffect(() => heading.current?.focus(), [])

  return (
    <>
      <section className="rounded-card border-good-line bg-good-soft grid gap-3 border px-5 py-4">
        <h2 ref={heading} tabIndex={-1} className="text-good-ink font-semibold outline-none">
          {t('title', { name })}
        </h2>
        <p className="text-ink text-sm">{t('meaning')}</p>
        {webhookUrl !== null && (
          <div className="grid gap-1.5">
            <label htmlFor={inputId} className="text-ink text-sm font-medium">
              {t('webhook')}
            </label>
            <div className="flex flex-wrap items-center gap-2">
              <Input
                id={inputId}
                readOnly
                value={webhookUrl}
                aria-describedby={`${inputId}-how`}
                onFocus={(event) => event.currentTarget.select()}
                className="min-w-0 flex-1 basis-52 font-mono sm:text-xs"
              />
              <CopyButton text={webhookUrl} what={t('webhookWhat')} className="size-9" />
            </div>
          </div>
        )}
        <p id={`${inputId}-how`} className="text-ink text-sm text-pretty">
          {t(`how.${provider}`)}
        </p>
      </section>
      <ImportCard
        connectionId={id}
        connectionName={name}
        hasList={hasList}
        latest={null}
        action={importAction}
      />
      <div className="flex flex-wrap gap-3">
        <Link href="/settings/connections" className={buttonStyle({ tone: 'primary' })}>
          {t('toList')}
        </Link>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </>
  )
}
