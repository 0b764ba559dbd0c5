import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/transactions/shared/moment'
import { LinkPending } from '@/components/ui/link-pending'
import { Pill } from '@/components/ui/pill'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { ConnectionHealth } from '@/lib/domain/view/connection-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useFormats } from '@/lib/i18n/use-i18n'

const STATES = {
  works: { tone: 'good', icon: 'check' },
  attention: { tone: 'warn', icon: 'warning' },
  broken: { tone: 'bad', icon: 'warning' },
  disabled: { tone: 'warn', icon: 'lock' },
  closed: { tone: 'neutral', icon: 'lock' },
} as const

function stateOf({ state, unusable, check, unread }: ConnectionHealth): keyof typeof STATES {
  if (state !== 'enabled') return state
  if (unusable !== null || check.fault !== null) return 'broken'
  return unread > 0 ? 'attention' : 'works'
}

/** The connections and how each is doing; on a phone each is a card. */
export function ConnectionsTable({
  connections,
}: {
  readonly connections: readonly ConnectionHealth[]
}) {
  const t = useTranslations('connections.list.table')
  return (
    <Table className="max-md:block">
      <caption className="sr-only">{t('caption')}</caption>
      <Head className="max-md:sr-only">
        <Row>
          <HeadCell className="md:pl-5">{t('name')}</HeadCell>
          <HeadCell>{t('account')}</HeadCell>
          <HeadCell>{t('state')}</HeadCell>
          <HeadCell>{t('test')}</HeadCell>
          <HeadCell>{t('sync')}</HeadCell>
          <HeadCell className="md:pr-5">{t('webhooks')}</HeadCell>
        </Row>
      </Head>
      <Body className="max-md:block">
        {connections.map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} />
        ))}
      </Body>
    </Table>
  )
}

interface RowProps {
  readonly connection: ConnectionHealth
}

function ConnectionRow({ connection }: RowProps) {
  const t = useTranslations('connections.list')
  const { id, name, provider, accountId, isTest, unread } = connection
  const state = stateOf(connection)
  return (
    <Row className="border-line hover:bg-sunken/60 has-focus-visible:bg-sunken/60 relative border-t align-top transition-colors max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-1.5 max-md:px-4 max-md:py-3.5 max-md:first:border-t-0">
      <Cell className="min-w-0 max-md:p-0 md:pl-5">
        <Link
          href={`/settings/connections/${id}`}
          prefetch={false}
          className="text-ink font-medium break-words outline-none after:absolute after:inset-0 focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--accent-ink)"
        >
          <bdi>{name}</bdi>
          <LinkPending />
        </Link>
        <span className="text-ink-soft block">{PROVIDER_LABELS[provider]}</span>
      </Cell>
      <Cell className="max-md:order-3 max-md:col-span-2 max-md:p-0">
        <bdi className="break-all">{accountId}</bdi>
        <span className="text-ink-soft block max-md:inline max-md:before:content-['_·_']">
          {t(isTest ? 'mode.test' : 'mode.live')}
        </span>
      </Cell>
      <Cell className="max-md:order-2 max-md:p-0 max-md:text-right">
        <Pill tone={STATES[state].tone} icon={STATES[state].icon}>
          {t(`states.${state}`)}
        </Pill>
      </Cell>
      <Cell className="text-ink-soft max-md:order-4 max-md:col-span-2 max-md:p-0">
        <CheckText connection={connection} />
      </Cell>
      <Cell className="text-ink-soft max-md:order-5 max-md:col-span-2 max-md:p-0">
        <SyncText connection={connection} />
        {unread > 0 && (
          <Link
            href="/transactions?view=attention"
            prefetch={false}
            className="text-accent-ink relative block w-fit py-0.5 hover:underline"
          >
            {t('unread', { count: unread })}
          </Link>
        )}
      </Cell>
      <Cell className="text-ink-soft max-md:order-6 max-md:col-span-2 max-md:p-0 md:pr-5">
        <WebhookText connection={connection} />
      </Cell>
    </Row>
  )
}

function CheckText({ connection: { state, stoppedAt, unusable, check } }: RowProps) {
  const t = useTranslations('connections.list')
  const fault = useTranslations('connections.faults')
  const formats = useFormats()
  const { checkedAt, failingSince } = check
  if (stoppedAt !== null && state !== 'enabled') {
    const at = formats.dateTime(stoppedAt)
    return <Moment at={stoppedAt}>{t(`check.${state}`, { at })}</Moment>
  }
  if (unusable !== null) {
    return (
      <span className="text-bad-ink">
        {t(unusable === 'secret' ? 'check.secret' : 'check.unusable')}
      </span>
    )
  }
  if (checkedAt === null) return t('check.never')
  if (check.fault === null) {
    return <Moment at={checkedAt}>{t('check.passed', { at: formats.dateTime(checkedAt) })}</Moment>
  }
  const since = failingSince ?? checkedAt
  return (
    <>
      <Moment at={since} className="text-bad-ink">
        {t('check.failed', { since: formats.dateTime(since) })}
      </Moment>
      <span className="block max-w-xs text-pretty">{fault(check.fault)}</span>
    </>
  )
}

function SyncText({ connection: { state, hasList, knownUntil } }: RowProps) {
  const t = useTranslations('connections.list')
  const formats = useFormats()
  if (state === 'closed') return t('sync.closed')
  if (hasList === false) return t('sync.noList')
  if (knownUntil === null) return t(state === 'disabled' ? 'sync.disabled' : 'sync.notYet')
  return <Moment at={knownUntil}>{t('sync.known', { at: formats.dateTime(knownUntil) })}</Moment>
}

function WebhookText({ connection: { state, sendsWebhooks, lastWebhookAt } }: RowProps) {
  const t = useTranslations('connections.list')
  const formats = useFormats()
  if (state === 'closed') return t('webhook.closed')
  if (!sendsWebhooks) return t('webhook.never')
  if (lastWebhookAt === null) return t('webhook.none')
  return (
    <Moment at={lastWebhookAt}>{t('webhook.last', { at: formats.dateTime(lastWebhookAt) })}</Moment>
  )
}
