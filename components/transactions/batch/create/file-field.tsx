'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type DragEvent } from 'react'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'

interface Props {
  readonly file: File | null
  readonly onChoose: (file: File) => void
  readonly hint: string
  readonly error: string | null
}

/** A file that is chosen, or dropped from another window. */
export function FileField({ file, onChoose, hint, error }: Props) {
  const t = useTranslations('batchNew')
  const id = useId()
  const [isOver, setOver] = useState(false)

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped !== undefined) onChoose(dropped)
  }

  return (
    <div className="grid gap-1.5">
      <span id={`${id}-name`} className="text-ink text-sm font-medium">
        {t('file')}
      </span>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cn(
          'rounded-control flex min-h-24 flex-wrap items-center justify-center gap-x-3 gap-y-2 border border-dashed px-4 py-4 text-sm transition-colors',
          isOver ? 'border-accent bg-accent-soft' : 'border-field-line bg-surface',
          error !== null && 'border-bad',
        )}
      >
        {file === null ? (
          <span className="text-ink-soft max-sm:hidden">{t('drop')}</span>
        ) : (
          <span className="text-ink flex min-w-0 items-center gap-1.5 font-medium">
            <Icon name="invoice" className="text-ink-faint" />
            <span className="min-w-0 break-all">
              <bdi>{t('chosen', { name: file.name, kilobytes: Math.ceil(file.size / 1024) })}</bdi>
            </span>
          </span>
        )}
        <label
          className={cn(
            buttonStyle({ size: 'small' }),
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--accent-ink)',
          )}
        >
          {file === null ? t('choose') : t('chooseAnother')}
          <input
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-labelledby={`${id}-name`}
            aria-describedby={error === null ? `${id}-hint` : `${id}-hint ${id}-error`}
            aria-invalid={error === null ? undefined : true}
            className="sr-only"
            onChange={({ target }) => {
              const chosen = target.files?.[0]
              // The same file can be chosen again once it was corrected.
              target.value = ''
              if (chosen !== undefined) onChoose(chosen)
            }}
          />
        </label>
      </div>
      <p id={`${id}-hint`} className="text-ink-soft text-sm text-pretty">
        {hint}
      </p>
      {error !== null && (
        <p id={`${id}-error`} className="text-bad-ink text-sm font-medium">
          {error}
        </p>
      )}
    </div>
  )
}
