import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { AttemptView } from '@/lib/domain/view/operation-detail'
import { AttemptList } from './attempt-list'

/** The HTTP exchanges of an operation, without secrets and personal data. */
export function HttpExchangeCard({ attempts }: { readonly attempts: readonly AttemptView[] }) {
  const t = useTranslations('operationDetail.httpExchange')
  return (
    <Card id="exchange" title={t('heading')}>
      <div className="px-5 pb-5">
        <AttemptList attempts={attempts} />
      </div>
    </Card>
  )
}
