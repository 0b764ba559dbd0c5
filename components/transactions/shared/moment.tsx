'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { formatsFor } from '@/lib/format/formats'
import { useFormats } from '@/lib/i18n/use-i18n'

interface Props {
  readonly at: Date
  readonly children: string
  readonly className?: string
}

/**
 * A point in time in short words; on hover the exact one, and that of the browser's time zone
 * where it differs.
 */
export function Moment({ at, children, className }: Props) {
  const t = useTranslations('age')
  const locale = useLocale()
  const { exact } = useFormats()
  const ownZone = useSyncExternalStore(neverChanges, ownTimeZone, () => null)
  const shown = exact(at)
  const own = ownZone === null ? shown : formatsFor(locale, ownZone).exact(at)
  return (
    <time
      dateTime={at.toISOString()}
      title={own === shown ? shown : t('bothTimes', { shown, own })}
      className={className}
    >
      {children}
    </time>
  )
}

const neverChanges = () => () => undefined

/** The browser's time zone; null where it is unknown. */
function ownTimeZone(): string | null {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return timeZone === 'Etc/Unknown' ? null : timeZone
}
