import { useTranslations } from 'next-intl'
import { NoteForm } from '@/components/transactions/notes/note-form'
import type { NoteAction } from '@/components/transactions/notes/use-note'
import { Card } from '@/components/ui/card'
import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useFormats } from '@/lib/i18n/use-i18n'
import { historyDays, historyEntries } from './history-entries'
import type { HistoryEntry } from './history-entry'
import { HistoryRow } from './history-row'
import { LateRows } from './late-rows'

const FRESH_MS = 20_000

interface Props {
  readonly transaction: TransactionView
  /** The rules that asked for operations, by the operations' ids. */
  readonly rules: ReadonlyMap<string, string>
  readonly now: Date
  readonly noteAction: NoteAction
}

/** The history of this payment: activities here and elsewhere, newest first. */
export function History({ transaction, rules, now, noteAction }: Props) {
  const t = useTranslations('payment.history')
  const { dayKey, weekday } = useFormats()
  const fresh = new Set(
    transaction.operations
      .filter(
        ({ state, settledAt }) =>
          state === 'succeeded' &&
          settledAt !== null &&
          now.getTime() - settledAt.getTime() < FRESH_MS,
      )
      .map((operation) => operation.id),
  )
  const isFresh = ({ operationId }: HistoryEntry) => operationId !== null && fresh.has(operationId)
  const entries = historyEntries(transaction)
  return (
    <Card id="history" title={t('title')}>
      <NoteForm transactionId={transaction.id} action={noteAction} />
      <Table className="max-md:block">
        <caption className="sr-only">{t('caption')}</caption>
        <Head className="max-md:sr-only">
          <Row>
            <HeadCell className="w-16 pl-5">{t('time')}</HeadCell>
            <HeadCell>{t('what')}</HeadCell>
            <HeadCell>{t('who')}</HeadCell>
            <HeadCell>{t('reference')}</HeadCell>
            <HeadCell numeric className="pr-5">
              {t('amount')}
            </HeadCell>
          </Row>
        </Head>
        <LateRows ids={entries.map(({ id }) => id)}>
          {historyDays(entries, dayKey).map(({ key, entries: ofDay }) => (
            <Body key={key} className="max-md:block">
              {ofDay.slice(0, 1).map((first) => (
                <Row key={key} className="max-md:block">
                  <th
                    role="rowheader"
                    scope="rowgroup"
                    colSpan={5}
                    className="border-line bg-sunken/60 text-ink-soft border-y px-5 py-1.5 text-left text-xs font-medium max-md:block"
                  >
                    {first.at === null ? t('timeUnreported') : weekday(first.at)}
                  </th>
                </Row>
              ))}
              {ofDay.map((entry) => (
                <HistoryRow
                  key={entry.id}
                  entry={entry}
                  transaction={transaction}
                  rule={rules.get(entry.operationId ?? '') ?? null}
                  fresh={isFresh(entry)}
                />
              ))}
            </Body>
          ))}
        </LateRows>
      </Table>
      <HistoryNote transaction={transaction} />
    </Card>
  )
}

interface HistoryNoteProps {
  readonly transaction: Pick<TransactionView, 'provider' | 'historyGaps'>
}

/**
 * A note below the history on the events that the provider does not report; nothing when it reports
 * all.
 */
function HistoryNote({ transaction: { provider, historyGaps } }: HistoryNoteProps) {
  const t = useTranslations('payment.history.gaps')
  if (historyGaps.length === 0) return null
  const sentences = historyGaps.map((gap) => t(gap, { provider: PROVIDER_LABELS[provider] }))
  return <p className="text-ink-soft px-5 py-3 text-xs text-pretty">{sentences.join(' ')}</p>
}
