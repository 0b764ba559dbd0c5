import { useTranslations } from 'next-intl'
import { useId } from 'react'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly error: string | null
}

/** The evidence for the verdict, as text; required. */
export function ReasonField({ value, onChange, maxLength, error }: Props) {
  const t = useTranslations('review.form')
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-ink text-sm font-medium">
        {t('reason')}
      </label>
      <textarea
        id={id}
        rows={3}
        required
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={`${id}-hint ${id}-error`}
        className="rounded-control border-field-line bg-surface text-ink hover:border-ink-faint aria-invalid:border-bad w-full resize-y border px-3 py-2 text-base transition-colors sm:text-sm"
      />
      <p id={`${id}-hint`} className="text-ink-soft flex justify-between gap-4 text-xs">
        <span>{t('reasonHint')}</span>
        <span className="text-ink-faint whitespace-nowrap">
          {t('reasonLength', { length: value.length, most: maxLength })}
        </span>
      </p>
      <p id={`${id}-error`} className="text-bad-ink text-sm font-medium empty:hidden">
        {error}
      </p>
    </div>
  )
}
