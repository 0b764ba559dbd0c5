import { quantityText } from '@/lib/domain/quantity'

/** "3", "0,35": a quantity with the decimal mark that money has here; "–" when it is not known. */
export function formatQuantity(quantityMicros: number | null): string {
  return quantityMicros === null ? '–' : quantityText(quantityMicros).replace('.', ',')
}

/** "25 %", "2,5 %" for hundredths of a percent. */
export function formatVat(basisPoints: number): string {
  const whole = Math.trunc(basisPoints / 100)
  const rest = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${String(whole)}${rest === '' ? '' : `,${rest}`}\u00a0%`
}
