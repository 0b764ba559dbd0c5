import type { ReactNode } from 'react'
import { Method } from '@/components/transactions/shared/method'
import { Moment } from '@/components/transactions/shared/moment'
import { OpenOperationPill } from '@/components/transactions/shared/open-operation-pill'
import { StatusPill } from '@/components/transactions/shared/status-pill'
import { BackLink } from '@/components/ui/back-link'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly transaction: TransactionView
  readonly children: ReactNode
}

/** Amount, customer, order and state of a payment, with its actions. */
export function TransactionHeader({ transaction, children }: Props) {
  const { orderReference, customer, method, provider, portalUrl, createdAt } = transaction
  const { t, formats } = useI18n('payment')
  const providerName = PROVIDER_LABELS[provider]
  return (
    <div className="pt-4 pb-5">
      <BackLink href="/transactions" className="-ml-1 h-8 rounded-md px-1">
        {t('header.back')}
      </BackLink>
      <div className="mt-2 flex flex-wrap items-start justify-between gap-x-8 gap-y-4 sm:flex-nowrap">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="text-3xl font-semibold tracking-tight">
              {t.rich(customer.name === null ? 'header.titleWithoutName' : 'header.title', {
                sum: formats.money(transaction.amountMinor, transaction.currency),
                name: customer.name ?? '',
                spoken: (text) => <span className="sr-only">{text}</span>,
              })}
            </h1>
            <StatusPill status={transaction.status} />
            {transaction.connection.isTest && <Pill icon="info">{t('header.testAccount')}</Pill>}
            {transaction.openOperation && (
              <OpenOperationPill operation={transaction.openOperation} />
            )}
          </div>
          <ul className="text-ink-soft mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
            <li className="text-ink min-w-0 font-medium">
              <bdi>{customer.name ?? t('header.noName')}</bdi>
            </li>
            <li className="flex min-w-0 items-center gap-1">
              {orderReference === null ? (
                t('header.noReference')
              ) : (
                <>
                  {t('header.order', { reference: orderReference })}
                  <CopyButton text={orderReference} what={t('header.orderReference')} />
                </>
              )}
            </li>
            <li className="flex">
              <Method method={method} provider={provider} />
            </li>
            <li>
              {portalUrl === null ? (
                providerName
              ) : (
                <a
                  href={portalUrl}
                  target="_blank"
                  rel="noreferrer"
                  className="text-accent-ink inline-flex min-h-6 items-center gap-1 hover:underline"
                >
                  {t('header.portal', { provider: providerName })}
                  <Icon name="external" className="size-3.5" />
                  <span className="sr-only"> {t('header.newTab')}</span>
                </a>
              )}
            </li>
            <li>
              <Moment at={createdAt}>{formats.dateTime(createdAt)}</Moment>
            </li>
          </ul>
        </div>
        {children}
      </div>
    </div>
  )
}
