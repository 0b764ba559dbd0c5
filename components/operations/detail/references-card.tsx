import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'

/** The names by which the provider's support finds it. */
export function ReferencesCard({ detail }: { readonly detail: OperationDetail }) {
  const t = useTranslations('operationDetail.references')
  const { operation, providerReference, providerTransactionId, orderReference } = detail
  return (
    <Card id="references" title={t('heading')}>
      <Facts>
        {orderReference !== null && <Fact name={t('order')} value={orderReference} copy />}
        <Fact name={t('payment')} value={providerTransactionId} copy code />
        <Fact name={t('ours')} value={operation.reference} copy code />
        {providerReference !== null && (
          <Fact name={t('theirs')} value={providerReference} copy code />
        )}
        <Fact name={t('operation')} value={operation.id} copy code />
      </Facts>
    </Card>
  )
}
