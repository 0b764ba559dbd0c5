import Link from 'next/link'
import { useTranslations } from 'next-intl'
import {
  describeLines,
  describeOrderChanges,
} from '@/components/transactions/shared/describe-lines'
import { LineList } from '@/components/transactions/shared/line-list'
import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import { merchantReference } from '@/lib/domain/operation/operation'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'
import { useFormats } from '@/lib/i18n/use-i18n'

/** The names by which the provider's support finds it. */
export function ReferencesCard({ detail }: { readonly detail: OperationDetail }) {
  const t = useTranslations('operationDetail.references')
  const formats = useFormats()
  const { operation, providerReference, providerTransactionId, orderReference, batch } = detail
  const lines = describeLines(operation.lines, detail.items, formats)
  const changes = describeOrderChanges(operation.orderChanges ?? [], operation.currency, formats)
  const typed = merchantReference(operation.reference)
  return (
    <Card id="references" title={t('heading')}>
      <Facts>
        {orderReference !== null && <Fact name={t('order')} value={orderReference} copy />}
        {lines.named.length > 0 && <Fact name={t('lines')} value={<LineList lines={lines} />} />}
        {changes.named.length > 0 && (
          <Fact name={t('changes')} value={<LineList lines={changes} />} />
        )}
        {typed !== null && <Fact name={t('merchants')} value={typed} copy />}
        <Fact name={t('payment')} value={providerTransactionId} copy code />
        <Fact name={t('ours')} value={operation.reference} copy code />
        {providerReference !== null && (
          <Fact name={t('theirs')} value={providerReference} copy code />
        )}
        <Fact name={t('operation')} value={operation.id} copy code />
        {batch !== null && (
          <Fact
            name={t('batch')}
            value={
              <Link
                className="text-accent-ink hover:underline"
                href={`/transactions/batches/${batch.id}`}
              >
                {t('batchRow', { row: batch.row })}
              </Link>
            }
          />
        )}
      </Facts>
    </Card>
  )
}
