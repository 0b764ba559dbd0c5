'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { remember } from '@/components/ui/remember'
import { LOCALES, type Locale } from '@/lib/format/locale'
import { LOCALE_COOKIE } from '@/lib/i18n/reader-locale'

/** Each language by its own name, which its readers can find. */
const NAMES: Readonly<Record<Locale, string>> = { en: 'English', nb: 'Norsk bokmål' }

/** One button that goes through the languages; the choice is kept in a cookie. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const router = useRouter()
  const locale = useLocale()
  const next = LOCALES[(LOCALES.indexOf(locale) + 1) % LOCALES.length] ?? locale
  const name = t('language', { current: NAMES[locale], next: NAMES[next] })
  return (
    <button
      type="button"
      title={name}
      aria-label={`${locale}: ${name}`}
      onClick={() => {
        remember(LOCALE_COOKIE, next)
        router.refresh()
      }}
      className="rounded-control text-ink-soft hover:bg-sunken hover:text-ink inline-grid size-8 shrink-0 cursor-pointer place-items-center text-xs font-semibold uppercase transition-colors"
    >
      <span aria-hidden="true">{locale}</span>
    </button>
  )
}
