import { useLocale, useTranslations } from 'next-intl'
import type { Address } from '@/lib/domain/payment/transaction-snapshot'
import type { Locale } from '@/lib/domain/access/person-settings'

interface Props {
  readonly title: string
  readonly address: Address | null
  /** An address that need not be written twice. */
  readonly other?: Address | null
}

export function AddressBlock({ title, address, other }: Props) {
  const t = useTranslations('payment.addresses')
  const locale = useLocale()
  const lines = address === null ? [] : addressLines(address, locale)
  const same =
    other !== undefined &&
    other !== null &&
    lines.length > 0 &&
    addressLines(other, locale).join('\n') === lines.join('\n')
  return (
    <div>
      <h3 className="text-ink-faint mb-1 text-xs font-medium">{title}</h3>
      {lines.length === 0 && <p className="text-ink-faint">{t('notGiven')}</p>}
      {same && <p className="text-ink-soft">{t('sameAsBilling')}</p>}
      {lines.length > 0 && !same && (
        <address className="not-italic">
          {lines.map((line) => (
            <span key={line} className="block">
              <bdi>{line}</bdi>
            </span>
          ))}
        </address>
      )}
    </div>
  )
}

function addressLines(address: Address, locale: Locale): readonly string[] {
  const place = [address.postalCode, address.city].filter(Boolean).join(' ')
  const lines = [
    address.businessName,
    address.name === address.businessName ? null : address.name,
    ...address.lines,
    place,
    countryName(address.country, locale),
  ]
  return lines.filter((line): line is string => line !== null && line !== '')
}

function countryName(code: string | null, locale: Locale): string | null {
  if (code === null || !/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code
}
