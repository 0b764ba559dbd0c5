import type { Capability } from '@/lib/domain/capability'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { CaptureControl } from './capture-control'
import { History } from './history'
import { MoneyCard } from './money-card'
import { OperationPanel } from './operation-panel'
import { OperationStateProvider } from './operation-state'
import { OrderItems } from './order-items'
import { PageBanners } from './page-banners'
import { recentOperation } from './recent-operation'
import { AddressesCard, CustomerCard, PaymentCard, ReferencesCard } from './side-cards'
import { TransactionHeader } from './transaction-header'
import type { CaptureAction } from './use-capture'

interface Props {
  readonly transaction: TransactionView
  readonly capture: Capability
  readonly captureAction: CaptureAction
  readonly now: Date
}

/** One payment with everything known of it. */
export function TransactionScreen({ transaction, capture, captureAction, now }: Props) {
  const { id, status, amountMinor, currency, method, totals } = transaction
  const { orderReference, customerName, portalUrl } = transaction
  const providerName = PROVIDER_LABELS[transaction.provider]
  return (
    <OperationStateProvider drawn={recentOperation(transaction.operations, now)}>
      <TransactionHeader transaction={transaction}>
        <CaptureControl
          transaction={{
            ...{ id, status, amountMinor, currency, method, totals },
            ...{ orderReference, customerName },
          }}
          capability={capture}
          providerName={providerName}
          action={captureAction}
        />
      </TransactionHeader>
      <OperationPanel providerName={providerName} portalUrl={portalUrl} drawnAt={now} />
      <PageBanners transaction={transaction} now={now} />
      <MoneyCard totals={totals} currency={currency} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          <OrderItems transaction={transaction} />
          <History transaction={transaction} now={now} />
        </div>
        <div className="grid items-start gap-4 md:max-xl:grid-cols-2">
          <CustomerCard transaction={transaction} />
          <AddressesCard transaction={transaction} />
          <PaymentCard transaction={transaction} />
          <ReferencesCard transaction={transaction} />
        </div>
      </div>
    </OperationStateProvider>
  )
}
