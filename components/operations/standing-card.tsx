import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { OperationView } from '@/lib/domain/transaction-view'
import { lookText } from './look-text'

interface Props {
  readonly operation: OperationView
  readonly now: Date
}

/** What is being done about an operation that nobody needs to decide yet. */
export function StandingCard({ operation, now }: Props) {
  const { found, looks } = lookText(operation, now)
  return (
    <Card id="standing" title="Being followed up">
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <div>
          <p className="text-ink">{found}</p>
          <p className="text-ink-soft">{looks}</p>
        </div>
        <p className="text-ink-soft text-pretty">
          Nobody has to decide anything yet. On the payment’s own page one can look at once.
        </p>
        <Link href={`/transactions/${operation.transactionId}`} className={buttonStyle()}>
          Go to the payment
        </Link>
      </div>
    </Card>
  )
}
