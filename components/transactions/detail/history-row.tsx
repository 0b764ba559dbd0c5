import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { HttpExchangeButton } from '@/components/transactions/http-exchange/http-exchange-button'
import { Moment } from '@/components/transactions/shared/moment'
import {
  describeLines,
  describeOrderChanges,
} from '@/components/transactions/shared/describe-lines'
import { LineList } from '@/components/transactions/shared/line-list'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import { Cell } from '@/components/ui/table'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { EVENT_STATE_TONES, PROVIDER_LABELS, STATE_TONES } from '@/lib/format/labels'
import { describeReason } from '@/lib/i18n/describe-status-detail'
import { describeRefusal } from '@/lib/i18n/describe-refusal'
import type { Texts } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import { ActivityName } from './activity-name'
import { describeArrival } from './describe-arrival'
import type { Activity, HistoryEntry, Who } from './history-entry'
import { LateRow } from './late-rows'

interface Props {
  readonly entry: HistoryEntry
  readonly transaction: Pick<
    TransactionView,
    'currency' | 'provider' | 'customer' | 'items' | 'method'
  >
  /** The rule that asked for it, on behalf of the person; null where it was the person. */
  readonly rule: string | null
  /** It has just happened: the row glows once. */
  readonly fresh: boolean
}

export function HistoryRow({ entry, transaction, rule, fresh }: Props) {
  const { t, formats } = useI18n()
  const { amountMinor, providerReference, code } = entry
  const note = noteWords(entry, t)
  const isNote = entry.activity.of === 'note'
  return (
    <LateRow
      rowId={entry.id}
      operationKey={entry.operationId ?? entry.id}
      fresh={fresh}
      className="border-line border-t align-top first-of-type:border-t-0 max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-1 max-md:px-5 max-md:py-3"
    >
      <Cell className="text-ink-soft pl-5 whitespace-nowrap max-md:order-3 max-md:p-0 max-md:text-xs">
        {entry.at !== null && <Moment at={entry.at}>{formats.time(entry.at)}</Moment>}
      </Cell>
      <Cell className="max-md:order-1 max-md:p-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <WhatWasDone activity={entry.activity} />
          <Details entry={entry} currency={transaction.currency} />
        </span>
        <ActivityName activity={entry.activity} provider={transaction.provider} />
        <Explanation entry={entry} transaction={transaction} />
        {note && (
          <span
            className={cn(
              'mt-0.5 block text-pretty wrap-anywhere',
              isNote ? 'text-ink whitespace-pre-wrap' : 'text-ink-soft',
            )}
          >
            <bdi>{note}</bdi>
          </span>
        )}
        {code && <span className="text-ink-faint block text-xs">{code}</span>}
      </Cell>
      <Cell className="max-md:order-4 max-md:p-0 max-md:text-right max-md:text-xs">
        <WhoDidIt who={entry.who} rule={rule} transaction={transaction} />
      </Cell>
      <Cell className="text-ink-soft max-md:order-5 max-md:col-span-2 max-md:p-0 max-md:empty:hidden">
        {providerReference !== null && (
          <span className="flex max-w-44 items-center gap-1 max-md:max-w-full">
            <span className="truncate text-xs" title={providerReference}>
              {providerReference}
            </span>
            <CopyButton
              text={providerReference}
              what={t('payment.history.providerReference')}
              className="-my-1"
            />
          </span>
        )}
      </Cell>
      <Cell numeric className="pr-5 max-md:order-2 max-md:p-0">
        {amountMinor !== null && formats.money(amountMinor, transaction.currency)}
      </Cell>
    </LateRow>
  )
}

/** Its lines, the merchant's reference, a correction, and when a refund is expected to arrive. */
function Explanation({ entry, transaction }: Pick<Props, 'entry' | 'transaction'>) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const { activity, isCorrection, label } = entry
  const changes = describeOrderChanges(entry.orderChanges, transaction.currency, formats)
  const lines = describeLines(entry.lines, transaction.items, formats)
  const parts = [
    changes.named.length > 0 && <LineList lines={changes} />,
    lines.named.length > 0 && <LineList lines={lines} />,
    label !== null && <bdi>{t('payment.history.label', { reference: label })}</bdi>,
  ].filter((part) => part !== false)
  const arrival = describeArrival(entry, transaction.method, i18n)
  return (
    <>
      {isCorrection && (
        <span className="text-ink mt-0.5 block text-pretty">
          {t('payment.history.corrected', {
            provider: PROVIDER_LABELS[transaction.provider],
            kind: activity.of === 'note' ? 'other' : activity.kind,
          })}
        </span>
      )}
      {parts.length > 0 && (
        <span className="text-ink-soft mt-0.5 block text-xs text-pretty wrap-anywhere">
          {parts.map((part, position) => (
            <Fragment key={position}>
              {position > 0 && ' · '}
              {part}
            </Fragment>
          ))}
        </span>
      )}
      {arrival !== null && <span className="text-ink-faint block text-xs">{arrival}</span>}
    </>
  )
}

/** The reason of the failure, else of the request; for a note, its text. */
function noteWords({ note, code, reason }: HistoryEntry, t: Texts): string | null {
  if (note !== null) return describeRefusal(t, { code, message: note })
  return reason === null ? null : describeReason(t, reason)
}

function WhatWasDone({ activity }: { readonly activity: Activity }) {
  const t = useTranslations()
  if (activity.of === 'note') {
    return (
      <span className="text-ink-soft inline-flex items-center gap-1.5">
        <Icon name="note" className="text-ink-faint size-3.5" />
        {t('payment.notes.note')}
      </span>
    )
  }
  const isOperation = activity.of === 'operation'
  return (
    <>
      <span className="text-ink font-medium">
        {isOperation ? t(`operationKinds.${activity.kind}`) : t(`events.kinds.${activity.kind}`)}
      </span>
      {activity.state !== 'succeeded' && (
        <Pill tone={isOperation ? STATE_TONES[activity.state] : EVENT_STATE_TONES[activity.state]}>
          {isOperation ? t(`states.${activity.state}`) : t(`events.states.${activity.state}`)}
        </Pill>
      )}
    </>
  )
}

interface DetailsProps {
  readonly entry: HistoryEntry
  readonly currency: string
}

function Details({ entry, currency }: DetailsProps) {
  const { t, formats } = useI18n()
  const { operationId, activity, amountMinor, at } = entry
  if (operationId === null || activity.of !== 'operation' || amountMinor === null || at === null) {
    return null
  }
  const about = t('payment.httpExchange.about', {
    kind: t(`operationKinds.${activity.kind}`),
    sum: formats.money(amountMinor, currency),
    time: formats.dateTime(at),
  })
  return <HttpExchangeButton operationId={operationId} state={activity.state} about={about} />
}

interface WhoProps {
  readonly who: Who
  readonly rule: string | null
  readonly transaction: Props['transaction']
}

function WhoDidIt({ who, rule, transaction: { provider, customer } }: WhoProps) {
  const t = useTranslations('payment.history')
  const roleName = useTranslations('roles')
  const providerName = PROVIDER_LABELS[provider]
  if (who.kind === 'provider') return <span className="text-ink-soft">{providerName}</span>
  const [name, small] =
    who.kind === 'person'
      ? rule === null
        ? [who.name, roleName(who.role)]
        : [t('byRule', { rule }), t('inNameOf', { name: who.name })]
      : who.kind === 'customer'
        ? [customer.name ?? t('theCustomer'), t('customer')]
        : who.kind === 'unreported'
          ? [t('unreported'), t('unreportedBy', { provider: providerName })]
          : [t('outside'), t('through', { provider: providerName })]
  return (
    <>
      <span className="text-ink block">
        <bdi>{name}</bdi>
      </span>
      <span className="text-ink-faint block text-xs md:whitespace-nowrap">{small}</span>
    </>
  )
}
