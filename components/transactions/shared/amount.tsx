import { useFormats } from '@/lib/i18n/use-i18n'
import { Sum } from './sum'

interface Props {
  readonly amountMinor: number
  readonly currency: string
}

/** An amount in a column of amounts; zero is a muted dash. */
export function Amount({ amountMinor, currency }: Props) {
  const { money } = useFormats()
  if (amountMinor !== 0) return <Sum amountMinor={amountMinor} currency={currency} />
  return (
    <>
      <span aria-hidden="true" className="sum-nil">
        –
      </span>
      <span className="sr-only">{money(0, currency)}</span>
    </>
  )
}
