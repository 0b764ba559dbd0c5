import { Banner } from '@/components/ui/banner'
import { heldMinor } from '@/lib/domain/transaction'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { formatDeadline } from '@/lib/format/age'
import { formatDateTime } from '@/lib/format/dates'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { formatMoney } from '@/lib/format/money'
import { DEADLINE_SOURCES } from './capture-by'

interface Props {
  readonly transaction: TransactionView
  readonly now: Date
}

/** What weighs on this payment, the heaviest first. */
export function PageBanners({ transaction, now }: Props) {
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {transaction.status === 'unknown' && <UnknownStatus transaction={transaction} />}
      <Deadline transaction={transaction} now={now} />
      {transaction.status === 'on_hold' && (
        <Banner tone="info" icon="clock">
          The payment method is still reviewing this payment. It can be captured once it is
          authorized; until then do not ship.
        </Banner>
      )}
    </div>
  )
}

function UnknownStatus({ transaction }: { readonly transaction: TransactionView }) {
  const providerName = PROVIDER_LABELS[transaction.provider]
  return (
    <Banner tone="warn" icon="question">
      <strong className="font-semibold">{providerName} does not say what became of this.</strong>{' '}
      Its word is “{transaction.providerStatus}”. Nothing can be captured or refunded until it is
      clear; look at {providerName}’s own page.
    </Banner>
  )
}

function Deadline({ transaction, now }: Props) {
  const { captureDeadline, totals, currency, status } = transaction
  const heldNow = heldMinor(totals)
  if (captureDeadline === null || heldNow <= 0 || status === 'declined' || status === 'failed') {
    return null
  }
  const { text, weight } = formatDeadline(captureDeadline.at, now)
  if (weight === 'calm') return null
  const held = formatMoney(heldNow, currency)
  const time = formatDateTime(captureDeadline.at)
  const source = <span className="block text-xs">{DEADLINE_SOURCES[captureDeadline.source]}.</span>
  return weight === 'passed' ? (
    <Banner tone="bad" icon="warning">
      <strong className="font-semibold">
        The time to capture {held} passed on {time}.
      </strong>{' '}
      A capture may still work, but it can be refused.
      {source}
    </Banner>
  ) : (
    <Banner tone="warn" icon="clock">
      <strong className="font-semibold">
        Capture {held} before {time}
      </strong>{' '}
      ({text}), or the hold may end and the customer has to pay again.
      {source}
    </Banner>
  )
}
