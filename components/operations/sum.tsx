import { formatMoneyParts } from '@/lib/format/money'

interface Props {
  readonly amountMinor: number
  readonly currency: string
}

/** A sum in a column; the currency has a place of its own, so that figures line up over all of them. */
export function Sum({ amountMinor, currency }: Props) {
  const parts = formatMoneyParts(amountMinor, currency)
  return (
    <>
      {parts.figures}
      <span className="text-ink-faint text-left text-xs font-normal lg:inline-block lg:w-8">
        {'\u00a0'}
        {parts.currency}
      </span>
    </>
  )
}
