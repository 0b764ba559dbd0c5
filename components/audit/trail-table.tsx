import Link from 'next/link'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { TrailEntry } from '@/lib/domain/audit/trail'
import { trailHref, type TrailQuery } from '@/lib/domain/audit/trail-query'
import { localDay } from '@/lib/domain/listing/local-day'
import { describeAction, describeActorRole, describeSubject } from '@/lib/i18n/describe-trail'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly query: TrailQuery
  readonly entries: readonly TrailEntry[]
}

const LINK = 'text-accent-ink rounded-sm font-medium hover:underline'

/** Entries of the trail; on a phone each is a card. */
export function TrailTable({ query, entries }: Props) {
  const { t } = useI18n('trail')
  return (
    <Table className="max-lg:block">
      <caption className="sr-only">{t('caption')}</caption>
      <Head className="max-lg:sr-only">
        <Row>
          <HeadCell className="lg:pl-5">{t('when')}</HeadCell>
          <HeadCell>{t('who')}</HeadCell>
          <HeadCell>{t('what')}</HeadCell>
          <HeadCell>{t('about')}</HeadCell>
          <HeadCell numeric>{t('amount')}</HeadCell>
          <HeadCell className="lg:pr-5">{t('more')}</HeadCell>
        </Row>
      </Head>
      <Body className={ROWS}>
        {entries.map((entry) => (
          <EntryRow key={`${entry.streamId} ${entry.sequence}`} query={query} entry={entry} />
        ))}
      </Body>
    </Table>
  )
}

const ROWS = [
  'max-lg:block [&>tr]:border-line [&>tr]:border-t lg:[&_td]:align-top',
  'max-lg:[&>tr]:grid max-lg:[&>tr]:grid-cols-[minmax(0,1fr)_minmax(0,auto)] max-lg:[&>tr]:gap-x-4 max-lg:[&>tr]:gap-y-1',
  'max-lg:[&>tr]:px-4 max-lg:[&>tr]:py-3 max-lg:[&_td]:p-0 lg:[&_td:first-child]:pl-5',
].join(' ')

function EntryRow({ query, entry }: { readonly query: TrailQuery; readonly entry: TrailEntry }) {
  const { t, formats } = useI18n()
  const at = new Date(entry.at)
  const { operation, reason } = entry
  return (
    <Row>
      <Cell className="text-ink-soft lg:whitespace-nowrap">
        <time dateTime={entry.at}>{formats.exact(at)}</time>
      </Cell>
      <Cell className="break-words max-lg:text-right">
        <Actor query={query} entry={entry} day={localDay(at, formats.timeZone)} />
        <span className="text-ink-faint block text-xs">{describeActorRole(entry, t)}</span>
      </Cell>
      <Cell className="text-ink font-medium break-words">
        {describeAction(entry, t)}
        {reason !== null && (
          <span className="text-ink-soft block text-xs font-normal break-words">
            {t('trail.reason', { reason })}
          </span>
        )}
      </Cell>
      <Cell className="break-words max-lg:text-right">
        <Subject entry={entry} />
      </Cell>
      <Cell numeric className="max-lg:text-left">
        {operation !== null && formats.money(operation.amountMinor, operation.currency)}
      </Cell>
      <Cell className="max-lg:col-span-2 lg:w-40 lg:pr-5">
        <More entry={entry} />
      </Cell>
    </Row>
  )
}

interface ActorProps extends EntryProps {
  readonly query: TrailQuery
  /** The reader's day of the entry. */
  readonly day: string
}

function Actor({ query, entry, day }: ActorProps) {
  const { t } = useI18n('trail')
  const { actorId, actorName: name } = entry
  if (actorId === null) return <span>{name}</span>
  return (
    <Link
      prefetch={false}
      href={trailHref(query, { actorId, from: day, to: day })}
      title={t('actsOf', { name })}
      className={LINK}
    >
      {name}
    </Link>
  )
}

interface EntryProps {
  readonly entry: TrailEntry
}

function Subject({ entry }: EntryProps) {
  const { t } = useI18n()
  const { payment, batchId } = entry
  const text = describeSubject(entry, t)
  const href =
    payment !== null
      ? `/transactions/${payment.id}`
      : batchId !== null
        ? `/transactions/batches/${batchId}`
        : null
  if (href === null) return text
  return (
    <Link prefetch={false} href={href} className={LINK}>
      {text}
    </Link>
  )
}

/** What was noted besides, as it is kept, and where the entry stands in its chain. */
function More({ entry }: EntryProps) {
  const { t } = useI18n('trail')
  const { sequence, streamId, address, operationId } = entry
  return (
    <details>
      <summary className="text-ink-soft cursor-pointer text-xs">
        {t('more')}
        <span className="sr-only"> {t('moreAbout')}</span>
      </summary>
      <div className="text-ink-soft mt-1.5 grid gap-1 text-xs break-words">
        {operationId !== null && (
          <Link prefetch={false} href={`/operations/${operationId}`} className={LINK}>
            {operationId}
          </Link>
        )}
        <code className="break-all whitespace-pre-wrap">{JSON.stringify(entry.detail)}</code>
        {address !== null && <p>{t('from', { address })}</p>}
        <p className="break-all">{t('entry', { sequence, chain: streamId })}</p>
      </div>
    </details>
  )
}
