import type { Address } from '@/lib/domain/transaction-snapshot'

interface Props {
  readonly title: string
  readonly address: Address | null
  /** An address that need not be written twice. */
  readonly other?: Address | null
}

export function AddressBlock({ title, address, other }: Props) {
  const lines = address === null ? [] : addressLines(address)
  const same =
    other !== undefined &&
    other !== null &&
    lines.length > 0 &&
    addressLines(other).join('\n') === lines.join('\n')
  return (
    <div>
      <h3 className="text-ink-faint mb-1 text-xs font-medium">{title}</h3>
      {lines.length === 0 && <p className="text-ink-faint">Not given</p>}
      {same && <p className="text-ink-soft">Same as billing</p>}
      {lines.length > 0 && !same && (
        <address className="not-italic">
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      )}
    </div>
  )
}

function addressLines(address: Address): readonly string[] {
  const place = [address.postalCode, address.city].filter(Boolean).join(' ')
  const lines = [
    address.businessName,
    address.name === address.businessName ? null : address.name,
    ...address.lines,
    place,
    countryName(address.country),
  ]
  return lines.filter((line): line is string => line !== null && line !== '')
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

function countryName(code: string | null): string | null {
  return code !== null && /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code
}
