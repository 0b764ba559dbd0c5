import { useFormats } from '@/lib/i18n/use-i18n'

interface Props {
  readonly amountMinor: number
  readonly currency: string
  readonly isBracketed?: boolean
}

/**
 * A sum in a column; the currency has a place of its own, so that figures line up over all of them.
 */
export function Sum({ amountMinor, currency, isBracketed = false }: Props) {
  const parts = useFormats().moneyParts(amountMinor, currency)
  return (
    <>
      {isBracketed ? `(${parts.figures})` : parts.figures}
      <span className="sum-currency">{`\u00a0${parts.currency}`}</span>
    </>
  )
}
