import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { Pill } from '@/components/ui/pill'
import { Cell, Row } from '@/components/ui/table'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { formatTime } from '@/lib/format/dates'
import { PROVIDER_LABELS, ROLE_LABELS } from '@/lib/format/labels'
import { formatMoney } from '@/lib/format/money'
import type { HistoryEntry, Who } from './history-entries'
import { Moment } from './moment'

interface Props {
  readonly entry: HistoryEntry
  readonly transaction: Pick<TransactionView, 'currency' | 'provider' | 'customer'>
  /** It has just happened: the row glows once. */
  readonly fresh: boolean
}

export function HistoryRow({ entry, transaction, fresh }: Props) {
  const { amountMinor, providerReference } = entry
  return (
    <Row
      className={cn(
        'border-line border-t align-top first-of-type:border-t-0 max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-1 max-md:px-5 max-md:py-3',
        fresh && 'glow-once',
      )}
    >
      <Cell className="text-ink-soft pl-5 max-md:order-3 max-md:p-0 max-md:text-xs">
        <Moment at={entry.at}>{formatTime(entry.at)}</Moment>
      </Cell>
      <Cell className="max-md:order-1 max-md:p-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-ink font-medium">{entry.what}</span>
          {entry.state.text !== 'Done' && <Pill tone={entry.state.tone}>{entry.state.text}</Pill>}
        </span>
        {entry.note && <span className="text-ink-soft mt-0.5 block text-pretty">{entry.note}</span>}
        {entry.code && <span className="text-ink-faint block text-xs">{entry.code}</span>}
      </Cell>
      <Cell className="max-md:order-4 max-md:p-0 max-md:text-right max-md:text-xs">
        <WhoDidIt who={entry.who} transaction={transaction} />
      </Cell>
      <Cell className="text-ink-soft max-md:order-5 max-md:col-span-2 max-md:p-0 max-md:empty:hidden">
        {providerReference !== null && (
          <span className="flex max-w-44 items-center gap-1 max-md:max-w-full">
            <span className="truncate text-xs" title={providerReference}>
              {providerReference}
            </span>
            <CopyButton text={providerReference} what="provider reference" className="-my-1" />
          </span>
        )}
      </Cell>
      <Cell numeric className="pr-5 max-md:order-2 max-md:p-0">
        {amountMinor !== null && formatMoney(amountMinor, transaction.currency)}
      </Cell>
    </Row>
  )
}

interface WhoProps {
  readonly who: Who
  readonly transaction: Props['transaction']
}

function WhoDidIt({ who, transaction: { provider, customer } }: WhoProps) {
  const providerName = PROVIDER_LABELS[provider]
  if (who.kind === 'provider') return <span className="text-ink-soft">{providerName}</span>
  const [name, small] =
    who.kind === 'person'
      ? [who.name, ROLE_LABELS[who.role]]
      : who.kind === 'customer'
        ? [customer.name ?? 'The customer', 'Customer']
        : ['Outside Paydesk', `through ${providerName}`]
  return (
    <>
      <span className="text-ink block">{name}</span>
      <span className="text-ink-faint block text-xs">{small}</span>
    </>
  )
}
