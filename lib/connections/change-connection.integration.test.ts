import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { insertIntent } from '@/db/queries/operations/insert-intent'
import { findConnectionPage, listConnectionChanges } from '@/db/queries/sync/connection-page'
import { findConnection, listConnections } from '@/db/queries/sync/connections'
import { claimSyncRun, restartSync } from '@/db/queries/sync/sync-runs'
import { verifyChains } from '@/lib/audit/verify-chains'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { Result } from '@/lib/domain/operation/result'
import type { Provider } from '@/lib/domain/provider/provider'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { capturePayment } from '@/lib/operations/capture-payment'
import { findWebhookTarget } from '@/lib/sync/receive-webhook'
import { importReferences } from '@/lib/sync/import-references'
import { importTransactions } from '@/lib/sync/import-transactions'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { operationIntent } from '@/testing/operation-intent'
import { removeConnection, renameConnection, setConnectionState } from './change-connection'
import { loadClient } from './connection-client'
import { connectAccount } from './connect-account'

let merchant: TestMerchant
let admin: Actor
let staff: Actor
let session: postgres.Sql

beforeAll(async () => {
  merchant = await startTestMerchant()
  const anna = await merchant.actor('admin')
  admin = { ...anna, address: '203.0.113.7' }
  staff = await merchant.actor('staff')
  session = postgres(merchant.ownerUrl, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await session.end()
  await merchant.stop()
})

function changeOf(connectionId: string, seen: string | null = null, actor: Actor | null = admin) {
  const request = { requestId: randomUUID(), reason: null, actor }
  const database = actor === null ? merchant.owner : merchant.database
  return { database, connectionId, seen, request }
}

async function of(provider: Provider) {
  const found = (await listConnections(merchant.database)).find((one) => one.provider === provider)
  if (found === undefined) throw new Error(`no connection to ${provider}`)
  return found
}

function newPayment() {
  return merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({
      reference,
      items: [{ line_id: '1', description: 'Wool', quantity: 1, amount: 9_00, vat: 0 }],
    }),
  )
}

async function capture({ id }: { readonly id: string }) {
  const { currency, moneyRevision }: TransactionView = await merchant.reload({ id })
  const result = await capturePayment(contextOf(merchant.database, staff), {
    operationId: randomUUID(),
    transactionId: id,
    currency,
    expectedRevision: moneyRevision,
    choice: { mode: 'amount', amountMinor: 1_00 },
    label: null,
  })
  return result.ok ? result.value.state : (reasonOf(result) ?? result.error.code)
}

function reasonOf(result: Result<unknown>): string | null {
  if (result.ok) return null
  if (result.error.code === 'not_allowed') return result.error.values.denialReason
  if (result.error.code === 'connection_unchanged') return result.error.values.problem
  return result.error.code
}

/** Resolves once a statement waits for a lock that another session holds. */
async function untilWaiting(): Promise<void> {
  for (;;) {
    const [row] = await merchant.owner.run((db) =>
      db.execute<{ waiting: number }>(sql`
        select count(*)::int as waiting from pg_locks where not granted and locktype <> 'advisory'`),
    )
    if ((row?.waiting ?? 0) > 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const operator = session_request()
function session_request() {
  return `row('operator', null, null, null, gen_random_uuid(), null, null)::person_request`
}

describe('a connection', () => {
  it('is renamed once, and not over a change that the person has not seen', async () => {
    const { id, name, updatedAt } = await of('oppwa')
    const seen = updatedAt.toISOString()
    const renamed = await renameConnection(changeOf(id, seen), '  Wool   Nordic ')
    expect(renamed).toMatchObject({ ok: true, value: { isChanged: true } })
    const late = await renameConnection(changeOf(id, seen), 'Wool South')
    expect(late).toMatchObject({
      error: { values: { problem: 'overtaken', detail: admin.name } },
    })
    expect(reasonOf(await renameConnection(changeOf(id), merchant.connection.name))).toBe(
      'name_taken',
    )
    expect(reasonOf(await renameConnection(changeOf(id), ' '))).toBe('name_malformed')
    expect((await of('oppwa')).name).toBe('Wool Nordic')
    expect(await renameConnection(changeOf(id), 'Wool Nordic')).toMatchObject({
      value: { isChanged: false },
    })
    expect(await renameConnection(changeOf(id, null, null), name)).toMatchObject({ ok: true })
    const changes = await listConnectionChanges(merchant.database, id, 9)
    expect(changes.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['connection.renamed', 'Command line'],
      ['connection.renamed', admin.name],
    ])
    const [entry] = await merchant.owner.run((db) =>
      db.execute(sql`
        select address, actor_role, detail from audit_entries
        where stream_id = ${id} order by sequence limit 1`),
    )
    const detail = { from: name, to: 'Wool Nordic' }
    expect(entry).toEqual({ address: '203.0.113.7', actor_role: 'admin', detail })
  })

  it('is not there for who does not see it, and not changed by who is no admin any more', async () => {
    const { id, name } = await of('oppwa')
    const elsewhere = { ...admin, scope: [merchant.connection.id] }
    for (const actor of [elsewhere, staff, { ...admin, userId: randomUUID() }]) {
      const context = changeOf(id, null, actor)
      const expected = actor === elsewhere ? 'not_found' : 'actor_changed'
      expect(reasonOf(await renameConnection(context, 'Mine'))).toBe(expected)
      expect(reasonOf(await setConnectionState(context, false))).toBe(expected)
      expect(reasonOf(await removeConnection(context, name))).toBe(expected)
    }
    expect(await findConnectionPage(merchant.database, elsewhere.scope, id)).toBeNull()
    await merchant.owner.run((db) =>
      db.execute(sql`update users set connection_ids = ${sql`array[${merchant.connection.id}::uuid]`}
        where id = ${admin.userId}`),
    )
    try {
      // The database decides, whatever the use case was told.
      const [row] = await session<{ result: string }[]>`
        select rename_connection(
          row('person', ${admin.userId}, 'admin', array[${merchant.connection.id}]::uuid[],
            gen_random_uuid(), null, null)::person_request, ${id}, null, 'Mine') as result`
      expect(row?.result).toBe('unknown')
    } finally {
      await merchant.owner.run((db) =>
        db.execute(sql`update users set connection_ids = null where id = ${admin.userId}`),
      )
    }
    expect(await findConnection(merchant.database, id)).toMatchObject({ name, disabledAt: null })
  })
})

describe('a disabled connection', () => {
  it('begins nothing, is not read, and goes on where it was', async () => {
    const { id } = merchant.connection
    const payment = await newPayment()
    expect(await setConnectionState(changeOf(id), false)).toMatchObject({
      value: { isChanged: true },
    })
    expect(await setConnectionState(changeOf(id), false)).toMatchObject({
      value: { isChanged: false },
    })
    expect(await capture(payment)).toBe('connection_disabled')
    const disabled = await of('dintero')
    expect(await merchant.reload(payment)).toMatchObject({ connection: { state: 'disabled' } })
    const imported = await importTransactions(merchant.database, disabled, {
      onProgress: () => undefined,
    })
    expect(reasonOf(imported)).toBe('connection_disabled')
    expect(reasonOf(await importReferences(merchant.database, disabled, ['1']))).toBe(
      'connection_disabled',
    )
    await restartSync(merchant.database, id)
    const claimed = await claimAll()
    expect(claimed).not.toContain(id)
    expect(claimed).not.toEqual([])
    expect(await findWebhookTarget(merchant.database, target('dintero', id))).not.toBeNull()

    expect(await setConnectionState(changeOf(id), true)).toMatchObject({ ok: true })
    expect(await claimAll()).toEqual([id])
    expect(await capture(payment)).toBe('succeeded')
  })
})

const target = (provider: Provider, connectionId: string) => ({ provider, connectionId })

async function claimAll(): Promise<readonly string[]> {
  const claimed: string[] = []
  for (;;) {
    const one = await claimSyncRun(merchant.database, LIMITS.poll)
    if (one === null) return claimed
    claimed.push(one.connectionId)
  }
}

describe('at the same moment', () => {
  it.each([
    ['disabled', `set_connection_enabled(${operator}, ID, null, false)`],
    ['removed', `remove_connection(${operator}, ID, null, NAME)`],
  ])('a connection that is being %s begins no operation', async (word, call) => {
    const payment = await newPayment()
    const { id, name } = merchant.connection
    const statement = call.replace('ID', `'${id}'`).replace('NAME', `'${name}'`)
    const captured: Promise<string>[] = []
    const done = session
      .begin(async (transaction) => {
        // A poll of the list changes the row, too, and no key of it.
        await transaction`update connections set poll_due_at = now() where id = ${id}`
        await transaction.unsafe(`select ${statement}`)
        captured.push(capture(payment))
        await untilWaiting()
        if (word === 'removed') throw new Error('taken back')
      })
      .catch((error: unknown) => String(error))
    await done
    expect(await captured[0]).toBe(word === 'removed' ? 'succeeded' : 'connection_disabled')
    await setConnectionState(changeOf(id), true)
    expect((await merchant.reload(payment)).operations).toHaveLength(word === 'removed' ? 1 : 0)
  })

  it('a connection is not removed over an intent that is being written', async () => {
    const payment = await newPayment()
    const { id, name } = merchant.connection
    const intent = await operationIntent(merchant.database, payment.id, { amountMinor: 1_00 })
    const removing: Promise<Result<unknown>>[] = []
    await drizzle(session, { casing: 'snake_case' }).transaction(async (db) => {
      const uncommitted = { run: (query: (one: typeof db) => unknown) => query(db) }
      expect(await insertIntent(uncommitted as unknown as Database, intent)).toBe(true)
      removing.push(removeConnection(changeOf(id), name))
      await untilWaiting()
      // A poll goes on meanwhile.
      await restartSync(merchant.database, id)
      expect(await claimAll()).toContain(id)
    })
    const [removed] = await Promise.all(removing)
    expect(removed === undefined ? null : reasonOf(removed)).toBe('operations_open')
    expect(await findConnection(merchant.database, id)).toMatchObject({ closedAt: null })
    await merchant.owner.run((db) =>
      db.execute(sql`
        update operations set state = 'not_sent', settled_at = now(), next_check_at = null
        where id = ${intent.request.operationId}`),
    )
    await merchant.owner.run((db) =>
      db.execute(sql`
        update transactions set open_operation_id = null, reserved_capture_minor = 0
        where id = ${payment.id}`),
    )
  })
})

describe('removing a connection', () => {
  it('asks for its name, and takes one away that has no payment', async () => {
    const { id, name, accountId } = await of('bambora-native')
    expect(reasonOf(await removeConnection(changeOf(id), 'something'))).toBe('name_differs')
    expect(await findConnection(merchant.database, id)).not.toBeNull()
    expect(await removeConnection(changeOf(id), name)).toMatchObject({ value: { isGone: true } })
    expect(await findConnection(merchant.database, id)).toBeNull()
    const [last] = await listConnectionChanges(merchant.database, id, 1)
    expect(last).toMatchObject({ action: 'connection.removed', actorName: admin.name })
    const left = await merchant.owner.run((db) =>
      db.execute(sql`select from connection_accounts where account = ${accountId}`),
    )
    expect(left).toHaveLength(0)
  })

  it('closes one with payments for good: no call, no other connection to its account', async () => {
    const payment = await newPayment()
    const { id, name, provider, accountId, baseUrl } = merchant.connection
    expect(await removeConnection(changeOf(id), name)).toMatchObject({ value: { isGone: false } })
    const page = await findConnectionPage(merchant.database, 'all', id)
    expect(page).toMatchObject({
      state: 'closed',
      connection: { secretCiphertext: '', accounts: [accountId] },
    })
    expect(await capture(payment)).toBe('connection_closed')
    expect((await merchant.reload(payment)).events.length).toBeGreaterThan(0)
    await expect(loadClient(merchant.database, id)).rejects.toThrow('removed for good')
    expect(await findWebhookTarget(merchant.database, target('dintero', id))).toBeNull()
    expect(await claimAll()).not.toContain(id)
    for (const again of [
      await renameConnection(changeOf(id), 'Back'),
      await setConnectionState(changeOf(id), true),
      await removeConnection(changeOf(id), name),
    ]) {
      expect(reasonOf(again)).toBe('closed')
    }

    const secret = { clientId: 'paydesk-demo', clientSecret: 'paydesk-demo-secret' }
    const connect = (as: string) =>
      connectAccount(merchant.owner, { provider, name: as, accountId, baseUrl, secret })
    expect(reasonOf(await connect(name))).toBe('account_connected')
    expect(reasonOf(await connect('Another'))).toBe('account_connected')
    for (const change of [
      sql`closed_at = null`,
      sql`secret_ciphertext = 'v1.x'`,
      sql`closed_at = null, disabled_at = null`,
    ]) {
      const reopened = merchant.owner.run((db) =>
        db.execute(sql`update connections set ${change} where id = ${id}`),
      )
      await expect(reopened).rejects.toThrow()
    }
    const counts = await merchant.owner.run((db) =>
      db.execute(sql`select count(*)::int as count from scheduled_reads join transactions
        on transactions.id = transaction_id where connection_id = ${id}`),
    )
    expect(counts).toEqual([{ count: 0 }])
    await expect(verifyChains(merchant.database)).resolves.toMatchObject({ firstBad: null })
  })
})
