import { LivePage } from '@/components/live/live-page'
import { MoneyCard } from '@/components/transactions/money/money-card'
import type { NoteAction } from '@/components/transactions/notes/use-note'
import type { Availabilities } from '@/components/transactions/operate/availabilities'
import { OperationControls } from '@/components/transactions/operate/operation-controls'
import type {
  OperableTransaction,
  DialogActions,
} from '@/components/transactions/operate/operations'
import { OperationPanel } from '@/components/transactions/outcome/operation-panel'
import { OperationStateProvider } from '@/components/transactions/outcome/operation-state'
import { recentOperation } from '@/components/transactions/outcome/recent-operation'
import type { CheckAction } from '@/components/transactions/outcome/use-check'
import type { ReadAgainAction } from '@/components/transactions/unread/read-again'
import { TagsCard, type TagActions } from '@/components/transactions/tags/tags-card'
import { UnreadBanner } from '@/components/transactions/unread/unread-banner'
import type { RuleRun } from '@/lib/domain/extension/extension-rule'
import type { Tag } from '@/lib/domain/listing/tag'
import { OPERATION_KINDS } from '@/lib/domain/operation/operation'
import type { UnreadPayment } from '@/lib/domain/payment/unread-payment'
import { correctionOf } from '@/lib/domain/rules/correction'
import { capturesUnseenLines } from '@/lib/domain/rules/find-method-rules'
import type { KeptRest, OperationView, TransactionView } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { History } from './history'
import { LateChangeNews } from './late-change-news'
import { OrderItems } from './order-items'
import { PageBanners } from './page-banners'
import { RestBanner } from './rest-banner'
import type { KeepRestAction } from './rest-buttons'
import { AddressesCard, CustomerCard, PaymentCard, ReferencesCard } from './side-cards'
import { TransactionHeader } from './transaction-header'

interface Props {
  readonly transaction: TransactionView
  /** The failed last read; null when it succeeded. */
  readonly unread: UnreadPayment | null
  readonly keptRest: KeptRest | null
  readonly tags: readonly Tag[]
  /** Newest first. */
  readonly ruleRuns: readonly RuleRun[]
  readonly available: Availabilities
  readonly actions: DialogActions
  readonly checkAction: CheckAction
  readonly noteAction: NoteAction
  readonly readAgainAction: ReadAgainAction
  readonly keepRestAction: KeepRestAction
  readonly tagActions: TagActions
  readonly now: Date
}

/** One payment with everything known of it. */
export function TransactionScreen(props: Props) {
  const { transaction, available, actions, checkAction, noteAction, now } = props
  const { currency, totals, portalUrl } = transaction
  const providerName = PROVIDER_LABELS[transaction.provider]
  const [newest] = transaction.operations
  const isCorrected = newest !== undefined && correctionOf(newest, transaction.events) !== null
  return (
    <OperationStateProvider initial={recentOperation(transaction, now)}>
      <LivePage
        path={`/api/transactions/${transaction.id}/version`}
        version={transaction.version}
      />
      <LateChangeNews
        transaction={operable(transaction)}
        operationKey={newest === undefined ? '' : `${newest.id} ${newest.state}`}
        lastNote={transaction.notes.at(-1) ?? null}
      />
      <TransactionHeader transaction={transaction}>
        <OperationControls
          transaction={operable(transaction)}
          available={available}
          providerName={providerName}
          actions={actions}
        />
      </TransactionHeader>
      <OperationPanel
        providerName={providerName}
        portalUrl={portalUrl}
        renderedAt={now}
        retryable={OPERATION_KINDS.filter((kind) => available[kind].allowed)}
        checkAction={checkAction}
        correctedId={isCorrected ? newest.id : null}
        linesUnseen={capturesUnseenLines(transaction.provider, transaction)}
      />
      <UnreadBanner
        unread={props.unread}
        readAt={transaction.readAt}
        action={props.readAgainAction}
      />
      <PageBanners transaction={transaction} now={now} />
      <RestBanner
        transaction={transaction}
        kept={props.keptRest}
        mayRelease={available.void.allowed}
        action={props.keepRestAction}
      />
      <MoneyCard totals={totals} currency={currency} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          <OrderItems transaction={transaction} />
          <History
            transaction={transaction}
            rules={new Map(props.ruleRuns.map((run) => [run.operationId, run.ruleName]))}
            now={now}
            noteAction={noteAction}
          />
        </div>
        <div className="grid items-start gap-4 md:max-xl:grid-cols-2">
          <CustomerCard transaction={transaction} />
          <AddressesCard transaction={transaction} />
          <PaymentCard transaction={transaction} />
          <TagsCard
            transactionId={transaction.id}
            tags={props.tags}
            lastRun={props.ruleRuns[0] ?? null}
            actions={props.tagActions}
          />
          <ReferencesCard transaction={transaction} />
        </div>
      </div>
    </OperationStateProvider>
  )
}

/** Only the data that the dialogs need is sent to the browser. */
function operable(transaction: TransactionView): OperableTransaction {
  const { id, status, provider, method, amountMinor, currency, totals, items } = transaction
  const { openOperation, orderReference, customerName, captureDeadline } = transaction
  const { flags, moneyRevision, operations } = transaction
  const [newest] = operations
  return {
    id,
    status,
    provider,
    method,
    amountMinor,
    currency,
    totals,
    items,
    flags,
    moneyRevision,
    openOperation,
    orderReference,
    customerName,
    captureDeadline,
    newestOperation: newest ? pickRequest(newest) : null,
  }
}

function pickRequest({ id, kind, state, actorName, createdAt }: OperationView) {
  return { id, kind, state, actorName, createdAt }
}
