import type { ConnectionFault } from '@/lib/domain/provider/connection-fault'
import type { ConnectionHealth } from '@/lib/domain/view/connection-view'
import { en } from '@/messages/en'

/** A connection for a person at a terminal: one line of what it is, and lines of how it is doing. */
export function describeHealth(connection: ConnectionHealth): readonly string[] {
  const { name, provider, accountId, isTest, state } = connection
  const what = `${name}  ${provider}  ${accountId}  ${isTest ? 'test' : 'live'}  ${stateWord(connection)}`
  return state === 'closed' ? [what] : [what, ...faultLine(connection), figuresLine(connection)]
}

/** What keeps a connection from working and what to do, with the provider's own words. */
export function describeFault(fault: ConnectionFault, detail: string | null): string {
  const words = en.connections.faults[fault]
  return detail === null ? words : `${words} The provider's words: ${detail}`
}

function stateWord({ state, unusable, check }: ConnectionHealth): string {
  if (state === 'closed') return 'removed'
  if (state === 'disabled') return 'disabled'
  return unusable === null && check.fault === null ? 'works' : 'does not work'
}

function faultLine({ unusable, check }: ConnectionHealth): readonly string[] {
  const { fault, detail, failingSince } = check
  if (unusable === 'secret') return [en.connections.list.check.secret]
  if (unusable === 'settings') return [en.connections.list.check.unusable]
  if (fault === null || failingSince === null) return []
  return [`since ${failingSince.toISOString()}: ${describeFault(fault, detail)}`]
}

function figuresLine(connection: ConnectionHealth): string {
  const { check, hasList, knownUntil, sendsWebhooks, lastWebhookAt, unread } = connection
  const known =
    knownUntil === null ? 'list not read to its end yet' : `known up to ${iso(knownUntil)}`
  const webhook = lastWebhookAt === null ? 'no webhook yet' : `last webhook ${iso(lastWebhookAt)}`
  return [
    check.checkedAt === null ? 'not checked yet' : `last check ${iso(check.checkedAt)}`,
    hasList === false ? 'no list' : known,
    sendsWebhooks ? webhook : 'no webhooks',
    `unread payments: ${unread}`,
  ].join('; ')
}

function iso(at: Date): string {
  return at.toISOString()
}
