'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useBusiness } from '@/components/business/shared/business-provider'
import type { Locale } from '@/lib/domain/access/person-settings'
import { LANGUAGE_NAMES } from '@/lib/format/locale'

interface Props {
  readonly onChange: (language: Locale) => void
}

/** One button that goes through the languages that the business offers; none where it is one. */
export function LanguageSwitch({ onChange }: Props) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const { languages } = useBusiness()
  const next = languages[(languages.indexOf(locale) + 1) % languages.length] ?? locale
  if (next === locale) return null
  const name = t('language', { current: LANGUAGE_NAMES[locale], next: LANGUAGE_NAMES[next] })
  return (
    <button
      type="button"
      title={name}
      aria-label={`${locale}: ${name}`}
      onClick={() => onChange(next)}
      className="rounded-control text-ink-soft hover:bg-sunken hover:text-ink inline-grid size-8 shrink-0 cursor-pointer place-items-center text-xs font-semibold uppercase transition-colors"
    >
      <span aria-hidden="true">{locale}</span>
    </button>
  )
}
