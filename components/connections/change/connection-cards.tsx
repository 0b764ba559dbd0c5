import Link from 'next/link'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import { Pill, type PillTone } from '@/components/ui/pill'
import type { IconName } from '@/components/ui/icon'
import type { ConnectionView } from '@/lib/domain/provider/connection-view'
import type { ConnectionState } from '@/lib/domain/provider/provider'
import type { I18n } from '@/lib/i18n/i18n'

interface Props {
  readonly connection: ConnectionView
  readonly i18n: I18n
}

const LOOKS: Readonly<Record<ConnectionState, { tone: PillTone; icon: IconName }>> = {
  enabled: { tone: 'good', icon: 'check' },
  disabled: { tone: 'warn', icon: 'lock' },
  closed: { tone: 'neutral', icon: 'lock' },
}

/** The state of a connection and if it moves real money. */
export function ConnectionPills({ connection: { state, isTest, health }, i18n: { t } }: Props) {
  return (
    <>
      {state === 'enabled' && health.check.fault !== null ? (
        <Pill tone="bad" icon="warning">
          {t('connections.page.broken')}
        </Pill>
      ) : (
        <Pill {...LOOKS[state]}>{t(`connections.page.states.${state}`)}</Pill>
      )}
      <Pill tone={isTest ? 'info' : 'accent'}>
        {t(isTest ? 'connections.page.test' : 'connections.page.live')}
      </Pill>
    </>
  )
}

/** The facts of a connection that never change, and the address for its webhooks. */
export function FactsCard({ connection, i18n: { t, formats } }: Props) {
  const { accounts, accountId, webhookUrl, health } = connection
  const others = accounts.filter((account) => account !== accountId)
  const held = health.held.map((one) => formats.money(one.heldMinor, one.currency)).join(', ')
  return (
    <Card id="facts" title={t('connections.page.facts')}>
      <Facts>
        <Fact name={t('connections.page.account')} value={accountId} copy code />
        {others.length > 0 && (
          <Fact name={t('connections.page.alsoReads')} value={others.join(', ')} code />
        )}
        <Fact name={t('connections.page.address')} value={connection.baseUrl} code />
        {webhookUrl !== null && (
          <Fact name={t('connections.page.webhookAddress')} value={webhookUrl} copy code />
        )}
        <Fact name={t('connections.page.payments')} value={formats.count(health.payments)} />
        <Fact
          name={t('connections.page.held')}
          value={held === '' ? t('connections.page.nothingHeld') : held}
        />
        <Fact name={t('connections.page.added')} value={formats.dateTime(connection.createdAt)} />
      </Facts>
    </Card>
  )
}

/** Since when a connection does not work, why, and what to do; nothing while it works. */
export function FaultBanner({ connection, i18n: { t, formats } }: Props) {
  const { fault, detail, failingSince } = connection.health.check
  if (fault === null || failingSince === null) return null
  const since = formats.dateTime(failingSince)
  return (
    <Banner tone="bad" icon="warning">
      <p>{t('connections.page.failing', { since, fault: t(`connections.faults.${fault}`) })}</p>
      {detail !== null && (
        <p className="mt-1 text-xs break-words">
          {t('connections.page.provider', { message: detail })}
        </p>
      )}
    </Banner>
  )
}

/** How a connection is doing, in words; `children` stand below. */
export function HealthCard({
  connection,
  i18n: { t, formats },
  children,
}: Props & { readonly children: ReactNode }) {
  const { health, settings, webhookUrl } = connection
  const { check, knownUntil, lastWebhookAt, previousWebhookUntil } = health
  const { checkedAt, failingSince } = check
  const at = (time: Date) => formats.dateTime(time)
  return (
    <Card id="health" title={t('connections.page.health')}>
      <Facts>
        <Fact
          name={t('connections.page.secretState')}
          value={t(
            settings === null
              ? 'connections.page.secretUnreadable'
              : 'connections.page.secretReadable',
          )}
        />
        <Fact
          name={t('connections.page.lastCheck')}
          value={
            checkedAt === null
              ? t('connections.page.neverChecked')
              : failingSince === null
                ? t('connections.page.checkPassed', { at: at(checkedAt) })
                : t('connections.page.checkFailed', { at: at(checkedAt), since: at(failingSince) })
          }
        />
        <Fact
          name={t('connections.page.changes')}
          value={
            knownUntil === null
              ? t('connections.page.notKnown')
              : t('connections.page.knownUntil', { at: at(knownUntil) })
          }
        />
        {webhookUrl !== null && (
          <Fact
            name={t('connections.page.webhooks')}
            value={
              lastWebhookAt === null
                ? t('connections.page.noWebhook')
                : t('connections.page.lastWebhook', { at: at(lastWebhookAt) })
            }
          />
        )}
        {previousWebhookUntil !== null && (
          <Fact
            name={t('connections.page.previousWebhook')}
            value={t('connections.page.previousUntil', { at: at(previousWebhookUntil) })}
          />
        )}
        {health.unread > 0 && (
          <Fact
            name={t('connections.page.unread')}
            value={t('connections.page.unreadCount', { count: health.unread })}
            href="/transactions?view=attention"
          />
        )}
        <Fact
          name={t('connections.page.open')}
          value={t('connections.page.openCount', { count: health.openOperations })}
          href={health.openOperations > 0 ? '/operations' : undefined}
        />
      </Facts>
      {children}
    </Card>
  )
}

/** Who changed a connection last, and when. */
export function ChangesCard({ connection: { changes }, i18n: { t, formats } }: Props) {
  if (changes.length === 0) return null
  return (
    <Card id="changes" title={t('connections.page.lastChanges')}>
      <ul className="divide-line grid divide-y px-5 pb-3 text-sm">
        {changes.map(({ action, actorName, at }) => (
          <li key={at.toISOString()} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              {t(`connections.page.actions.${wordOf(action)}`, {
                actor: actorName,
              })}
            </span>
            <span className="text-ink-soft tabular-nums">{formats.dateTime(at)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Action = ConnectionView['changes'][number]['action']
type ActionWord = Action extends `connection.${infer Word}` ? Word : never

function wordOf(action: Action): ActionWord {
  return action.replace('connection.', '') as ActionWord
}

/** The way back to the list. */
export function BackToConnections({ label }: { readonly label: string }) {
  return (
    <Link
      href="/settings/connections"
      className="text-ink-soft hover:text-ink justify-self-start text-sm"
    >
      ← {label}
    </Link>
  )
}
