import { useFormats } from '@/components/i18n/use-wording'
import { formatsFor } from '@/lib/format/formats'

/** Names a calendar day ("2026-09-03") for the reader: "3 Sep". It is no moment in any time zone. */
export function useDayName(now: Date): (day: string) => string {
  const { shortDay } = formatsFor(useFormats().locale, 'UTC')
  return (day) => shortDay(new Date(`${day}T00:00:00Z`), now)
}
