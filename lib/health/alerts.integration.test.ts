import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { closeDatabase, Database } from '@/db/client'
import { defineWebhook } from '@/lib/access/define-webhook'
import { getClient } from '@/lib/connections/connection-client'
import { JOBS, noteRound } from '@/lib/observability/job-rounds'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { pollListOnce } from '@/lib/sync/poll-list'
import { findWebhookTarget, receiveWebhook } from '@/lib/sync/receive-webhook'
import { parseExposition, type Series } from '@/testing/exposition'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addOperation } from '@/testing/operation-row'
import { createExposition } from './expose-metrics'
import { THRESHOLDS } from './thresholds'

const file = z.object({
  groups: z.array(
    z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() }).loose()) }),
  ),
})
const RULES = file
  .parse(parse(readFileSync(path.join(process.cwd(), 'deploy/alerts.yml'), 'utf8')))
  .groups.flatMap(({ rules }) => rules)

/** `metric{label="x"} > 1`, or the same of `increase(metric{…}[10m])`. */
const EXPRESSION =
  /^(?<increase>increase\()?(?<name>[a-z_]+)(?:\{(?<label>\w+)=(?<isPattern>~)?"(?<wanted>[^"]+)"\})?(?:\[\d+m\]\))? (?<sign>[<>]) (?<limit>\d+)$/

/** True when a rule holds for a series, by the scrape before and the one after. */
function fires(expr: string, before: readonly Series[], after: readonly Series[]): boolean {
  const {
    increase,
    name,
    label = '',
    isPattern,
    wanted,
    sign,
    limit,
  } = EXPRESSION.exec(expr)?.groups ?? {}
  const fits = ({ name: own, labels }: Series) =>
    own === name &&
    (wanted === undefined ||
      (isPattern === undefined
        ? labels[label] === wanted
        : new RegExp(`^(?:${wanted})$`).test(labels[label] ?? '')))
  const earlier = ({ labels }: Series) =>
    before.find((one) => fits(one) && JSON.stringify(one.labels) === JSON.stringify(labels))
  return after.filter(fits).some((one) => {
    const value = increase === undefined ? one.value : one.value - (earlier(one)?.value ?? 0)
    return sign === '>' ? value > Number(limit) : value < Number(limit)
  })
}

let merchant: TestMerchant
let transactionId: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference }),
  )
  transactionId = payment.id
  await asOwner(`update connections set poll_due_at = now() + interval '1 day'`)
  await asOwner(`update scheduled_reads set due_at = now() + interval '1 day'`)
  await asOwner('delete from transaction_tally_changes')
  JOBS.forEach(noteRound)
})
afterAll(async () => {
  await closeDatabase()
  await merchant.stop()
})

const asOwner = (text: string) => merchant.owner.run((db) => db.execute(sql.raw(text)))
const scrape = async (database = merchant.database) =>
  parseExposition(await createExposition(() => database)())

/** Brings about what a rule is for; returns how to scrape it, and how to end it. */
type Situation = () => Promise<{
  readonly scrape?: () => Promise<readonly Series[]>
  readonly end?: () => Promise<unknown>
}>

const operation =
  (state: 'unknown' | 'pending' | 'sending' | 'needs_review', ageS: number): Situation =>
  async () => {
    const createdAt = new Date(Date.now() - ageS * 1_000)
    const soon = new Date(Date.now() + 60_000)
    await addOperation(merchant.database, transactionId, { state, createdAt, nextCheckAt: soon })
    return { end: () => asOwner('delete from operations') }
  }

const change =
  (text: string, undo: string): Situation =>
  async () => {
    await asOwner(text)
    return { end: () => asOwner(undo) }
  }

const late = (seconds: number) => `now() - interval '${seconds + 5} seconds'`

const SITUATIONS: Readonly<Record<string, Situation>> = {
  PaydeskOutcomeUnknown: operation('unknown', THRESHOLDS.unknownS + 5),
  PaydeskOperationPending: operation('pending', THRESHOLDS.pendingS + 5),
  PaydeskSendStuck: operation('sending', THRESHOLDS.unsentS + 5),
  PaydeskReviewsWaiting: operation('needs_review', 5),
  PaydeskChecksBehind: async () => {
    const nextCheckAt = new Date(Date.now() - (THRESHOLDS.checkLagS + 5) * 1_000)
    await addOperation(merchant.database, transactionId, { createdAt: new Date(), nextCheckAt })
    return { end: () => asOwner('delete from operations') }
  },
  PaydeskWebhooksBehind: async () => {
    await asOwner(`
      insert into webhook_deliveries (id, connection_id, delivery_id, digest, received_at)
      values (gen_random_uuid(), '${merchant.connection.id}', 'd', 'x', ${late(THRESHOLDS.webhookLagS)})`)
    return {
      end: () => asOwner(`update webhook_deliveries set processed_at = now(), result = 'read'`),
    }
  },
  PaydeskRereadsBehind: change(
    `update scheduled_reads set due_at = ${late(THRESHOLDS.rereadLagS)}`,
    `update scheduled_reads set due_at = now() + interval '1 day'`,
  ),
  PaydeskPollsBehind: change(
    `update connections set poll_due_at = ${late(THRESHOLDS.pollLagS)}`,
    `update connections set poll_due_at = now() + interval '1 day'`,
  ),
  PaydeskNoticesBehind: change(
    `insert into notice_sends (id, receiver, kind, created_at)
      values (gen_random_uuid(), gen_random_uuid(), 'unknown_long', ${late(THRESHOLDS.noticeLagS)})`,
    'delete from notice_sends',
  ),
  PaydeskTalliesBehind: change(
    `insert into transaction_tally_changes (connection_id, status, currency, capture_day, count,
        held_minor, captured_minor, refunded_minor)
      select gen_random_uuid(), 'authorized', 'NOK', 'infinity', 0, 0, 0, 0
      from generate_series(0, ${THRESHOLDS.tallyChanges})`,
    'delete from transaction_tally_changes',
  ),
  PaydeskPaymentsUnread: async () => {
    await asOwner(`
      insert into unread_payments (id, connection_id, provider_transaction_id, reason, since, due_at)
      values (gen_random_uuid(), '${merchant.connection.id}', 'p', 'malformed', ${late(3_600)}, now())`)
    return { end: () => asOwner('delete from unread_payments') }
  },
  PaydeskConnectionFailing: async () => {
    const client = { id: 'paydesk-demo', secret: 'paydesk-demo-secret', accountId: 'T11112222' }
    const { control } = merchant.sandbox
    await control.call('POST', 'dintero/clients', { ...client, accountId: 'T99990000' })
    await asOwner(
      `update connections set poll_due_at = now() where id = '${merchant.connection.id}'`,
    )
    await pollListOnce(merchant.database)
    return {
      end: async () => {
        await control.call('POST', 'dintero/clients', client)
        await asOwner(
          `update connections set poll_due_at = now() where id = '${merchant.connection.id}'`,
        )
        await pollListOnce(merchant.database)
      },
    }
  },
  PaydeskSecretUnreadable: async () => {
    const { id, secretCiphertext } = merchant.connection
    const set = (text: string) =>
      asOwner(`update connections set secret_ciphertext = '${text}' where id = '${id}'`)
    await set('damaged')
    return { end: () => set(secretCiphertext) }
  },
  PaydeskDatabaseDown: () => {
    const nowhere = new Database('postgres://paydesk:secret@127.0.0.1:1/none', 1)
    return Promise.resolve({ scrape: () => scrape(nowhere) })
  },
  PaydeskPoolExhausted: () => {
    const database = new Database(merchant.databaseUrl, 1)
    const busy = database.run((db) => db.execute(sql`select pg_sleep(3)`))
    const end = () => busy.then(() => database.close())
    return Promise.resolve({ scrape: () => scrape(database), end })
  },
  PaydeskJobSilent: () => {
    const shared = globalThis as typeof globalThis & { paydeskJobRounds?: Map<string, number> }
    const lastMs = performance.now() - (THRESHOLDS.jobSilentS + 5) * 1_000
    shared.paydeskJobRounds?.set('repair', lastMs)
    const end = () => {
      noteRound('repair')
      return Promise.resolve()
    }
    return Promise.resolve({ end })
  },
  PaydeskProviderFailing: async () => {
    const client = getClient(merchant.database, merchant.connection)
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'status', status: 503 },
      times: THRESHOLDS.providerFailures + 1,
    })
    for (let calls = 0; calls <= THRESHOLDS.providerFailures; calls += 1) {
      await client.listTransactions?.(null, null)
    }
    return { end: () => merchant.sandbox.control.clearFaults() }
  },
  PaydeskWebhooksRefused: async () => {
    const handle = defineWebhook({ findTarget: findWebhookTarget, receive: receiveWebhook })
    const { provider, id: connectionId } = merchant.connection
    for (let calls = 0; calls <= THRESHOLDS.webhooksRefused; calls += 1) {
      const url = `http://localhost/api/webhooks/${provider}/${connectionId}`
      const request = new Request(url, { method: 'POST', body: '{}' })
      await handle(request, { params: Promise.resolve({ provider, connectionId }) })
    }
    return {}
  },
  PaydeskSignInFailures: () => {
    for (let tries = 0; tries <= THRESHOLDS.signInFailures; tries += 1) {
      const request = { network: '127.0.0.1', requestId: 'r' }
      const failed = { event: 'sign_in_failed', outcome: 'wrong', way: 'password' } as const
      logSecurityEvent(Object.assign(request, failed))
    }
    return Promise.resolve({})
  },
}

/** The number that stands in each rule; all but one are those that `npm run status` goes by. */
const LIMITS_OF_RULES: Readonly<Record<string, number>> = {
  PaydeskOutcomeUnknown: THRESHOLDS.unknownS,
  PaydeskOperationPending: THRESHOLDS.pendingS,
  PaydeskSendStuck: THRESHOLDS.unsentS,
  PaydeskReviewsWaiting: THRESHOLDS.reviews,
  PaydeskChecksBehind: THRESHOLDS.checkLagS,
  PaydeskWebhooksBehind: THRESHOLDS.webhookLagS,
  PaydeskRereadsBehind: THRESHOLDS.rereadLagS,
  PaydeskPollsBehind: THRESHOLDS.pollLagS,
  PaydeskNoticesBehind: THRESHOLDS.noticeLagS,
  PaydeskTalliesBehind: THRESHOLDS.tallyChanges,
  PaydeskPaymentsUnread: THRESHOLDS.unreadPayments,
  PaydeskConnectionFailing: THRESHOLDS.failingConnections,
  PaydeskSecretUnreadable: THRESHOLDS.unreadableSecrets,
  PaydeskDatabaseDown: 1,
  PaydeskPoolExhausted: THRESHOLDS.poolWaiting,
  PaydeskJobSilent: THRESHOLDS.jobSilentS,
  PaydeskProviderFailing: THRESHOLDS.providerFailures,
  PaydeskWebhooksRefused: THRESHOLDS.webhooksRefused,
  PaydeskSignInFailures: THRESHOLDS.signInFailures,
}

describe('the alert rules', () => {
  it('have the thresholds of the code', () => {
    const limits = RULES.map(({ alert, expr }) => [
      alert,
      Number(EXPRESSION.exec(expr)?.groups?.limit),
    ])
    expect(Object.fromEntries(limits)).toEqual(LIMITS_OF_RULES)
  })

  it('each have a situation that fires them', () => {
    expect(RULES.map(({ alert }) => alert).toSorted()).toEqual(Object.keys(SITUATIONS).toSorted())
  })

  it('use metrics that are exported, and are comparisons that this test can evaluate', async () => {
    const names = new Set((await scrape()).map(({ name }) => name))
    const unknown = RULES.filter(
      ({ expr }) => !names.has(EXPRESSION.exec(expr)?.groups?.name ?? ''),
    )
    expect(unknown).toEqual([])
  })

  it.each(RULES)('$alert: fires in its situation, and not before or after', async (rule) => {
    const before = await scrape()
    expect(fires(rule.expr, before, before)).toBe(false)
    const situation = await SITUATIONS[rule.alert]?.()
    const during = await (situation?.scrape ?? scrape)()
    await situation?.end?.()
    expect(fires(rule.expr, before, during)).toBe(true)
    const after = await scrape()
    expect(fires(rule.expr, after, after)).toBe(false)
  })
})
