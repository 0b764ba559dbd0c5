import { useFormats } from '@/components/i18n/use-wording'

interface Props {
  readonly amountMinor: number
  readonly currency: string
}

/**
 * An amount in a column of amounts. The currency has a place of its own, so that figures line up
 * over all currencies; nothing is a dash and stands back.
 */
export function Amount({ amountMinor, currency }: Props) {
  const { money, moneyParts } = useFormats()
  const parts = moneyParts(amountMinor, currency)
  if (amountMinor === 0) {
    return (
      <>
        <span aria-hidden="true" className="text-ink-faint lg:mr-8">
          –
        </span>
        <span className="sr-only">{money(0, currency)}</span>
      </>
    )
  }
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
