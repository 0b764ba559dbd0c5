import Link from 'next/link'
import { lookText } from '@/components/operations/shared/look-text'
import { buttonStyle } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useWording } from '@/lib/i18n/use-i18n'

interface Props {
  readonly operation: OperationView
  readonly now: Date
}

/** What is being done about an operation that nobody needs to decide yet. */
export function StandingCard({ operation, now }: Props) {
  const wording = useWording()
  const { t } = wording
  const { found, looks } = lookText(operation, now, wording)
  return (
    <Card id="standing" title={t('operationStory.standing.heading')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <div>
          <p className="text-ink">{found}</p>
          <p className="text-ink-soft">{looks}</p>
        </div>
        <p className="text-ink-soft text-pretty">{t('operationStory.standing.meaning')}</p>
        <Link href={`/transactions/${operation.transactionId}`} className={buttonStyle()}>
          {t('operationStory.standing.toPayment')}
        </Link>
      </div>
    </Card>
  )
}
