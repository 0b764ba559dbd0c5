import { useTranslations } from 'next-intl'
import { useId } from 'react'

interface Props {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly most: number
  readonly showErrors: boolean
}

/** A column of order numbers, as it was pasted. */
export function PastedOrders({ text, onChange, most, showErrors }: Props) {
  const t = useTranslations('batchNew')
  const id = useId()
  const count = text.split(/[\r\n]+/).filter((line) => line.trim() !== '').length
  const isMissing = showErrors && count === 0
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-ink text-sm font-medium">
        {t('pasted')}
      </label>
      <textarea
        id={id}
        rows={10}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isMissing ? true : undefined}
        aria-describedby={isMissing ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
        className="rounded-control border-field-line bg-surface text-ink hover:border-ink-faint aria-invalid:border-bad w-full resize-y border px-3 py-2 text-base tabular-nums transition-colors sm:text-sm"
      />
      <p id={`${id}-hint`} className="text-ink-soft flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{t('pastedHint', { most })}</span>
        <span className="tabular-nums">{t('pastedCount', { count })}</span>
      </p>
      {isMissing && (
        <p id={`${id}-error`} className="text-bad-ink text-sm font-medium">
          {t('pastedMissing')}
        </p>
      )}
    </div>
  )
}
