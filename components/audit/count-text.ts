import { LOCALE } from '@/lib/format/locale'

const COUNT = new Intl.NumberFormat(LOCALE.money)

/** "12 480": a count, grouped as amounts are. */
export function countText(count: number): string {
  return COUNT.format(count).replaceAll('\u202f', '\u00a0')
}
