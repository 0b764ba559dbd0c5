import { formatsFor } from '@/lib/format/formats'
import { useFormats } from '@/lib/i18n/use-i18n'

/** Names a calendar day ("2026-09-03") for the reader: "3 Sep". It is no moment in any time zone. */
export function useDayName(now: Date): (day: string) => string {
  const { shortDay } = formatsFor(useFormats().locale, 'UTC')
  return (day) => shortDay(new Date(`${day}T00:00:00Z`), now)
}
