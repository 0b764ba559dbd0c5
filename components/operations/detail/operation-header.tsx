import Link from 'next/link'
import { StatePill } from '@/components/operations/shared/state-pill'
import { Moment } from '@/components/transactions/shared/moment'
import { BackLink } from '@/components/ui/back-link'
import { Icon } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'

/** The requested operation, its payment, and a link to its record at the provider. */
export function OperationHeader({ detail }: { readonly detail: OperationDetail }) {
  const { t, formats } = useI18n()
  const { operation, orderReference, customerName, portalUrl, provider, isTest } = detail
  const { kind, amountMinor, currency, createdAt, actorName } = operation
  return (
    <div className="pt-4 pb-5">
      <BackLink href="/operations" className="-ml-1 h-8 rounded-md px-1">
        {t('operationDetail.back')}
      </BackLink>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1 className="text-2xl font-semibold tracking-tight">
          {t('operationDetail.title', {
            kind: t(`operationKinds.${kind}`),
            sum: formats.money(amountMinor, currency),
          })}
        </h1>
        <StatePill state={operation.state} />
        {isTest && <Pill icon="info">{t('operationDetail.test')}</Pill>}
      </div>
      <ul className="text-ink-soft mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
        <li className="text-ink font-medium">
          <bdi>{customerName ?? t('operationDetail.noCustomer')}</bdi>
        </li>
        <li>
          <Link
            href={`/transactions/${operation.transactionId}`}
            className="text-accent-ink inline-flex min-h-6 items-center hover:underline"
          >
            {orderReference === null
              ? t('operationDetail.payment')
              : t('operationDetail.order', { reference: orderReference })}
          </Link>
        </li>
        {portalUrl !== null && (
          <li>
            <a
              href={portalUrl}
              target="_blank"
              rel="noreferrer"
              className="text-accent-ink inline-flex min-h-6 items-center gap-1 hover:underline"
            >
              {t('operationDetail.openInPortal', { provider: PROVIDER_LABELS[provider] })}
              <Icon name="external" className="size-3.5" />
              <span className="sr-only"> {t('operationDetail.newTab')}</span>
            </a>
          </li>
        )}
        <li>
          {t.rich('operationDetail.requestedBy', {
            person: actorName,
            moment: () => <Moment at={createdAt}>{formats.dateTime(createdAt)}</Moment>,
          })}
        </li>
      </ul>
    </div>
  )
}
