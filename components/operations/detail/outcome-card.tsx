import Link from 'next/link'
import { describeCheck } from '@/components/operations/shared/describe-check'
import { buttonStyle } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly operation: OperationView
  readonly now: Date
}

/** The checks of an open operation that needs no review yet. */
export function OutcomeCard({ operation, now }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const { found, checks } = describeCheck(operation, now, i18n)
  return (
    <Card id="follow-up" title={t('operationDetail.followUp.heading')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <div>
          <p className="text-ink">{found}</p>
          <p className="text-ink-soft">{checks}</p>
        </div>
        <p className="text-ink-soft text-pretty">{t('operationDetail.followUp.meaning')}</p>
        <Link href={`/transactions/${operation.transactionId}`} className={buttonStyle()}>
          {t('operationDetail.followUp.toPayment')}
        </Link>
      </div>
    </Card>
  )
}
