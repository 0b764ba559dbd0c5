import { describe, expect, it } from 'vitest'
import type { HttpResponse } from '../http/send-request'
import { OK_META, operation, transaction } from './fixtures'
import { listPage } from './list'
import { PaymentReader } from './parts/reader'
import { BamboraCheckoutSession, type ApiRequest } from './session'

const IDS = ['101', '102', '103']
const KEY = 'the next page'

/** A list of three payments; reads of what is limited are turned away. */
class ListSession extends BamboraCheckoutSession {
  readonly paths: string[] = []

  constructor(private readonly limited: readonly string[]) {
    const baseUrl = 'https://provider.example'
    const account = { connectionId: 'c', accountId: transaction.merchantnumber, baseUrl }
    super({ ...account, secret: null }, { accessToken: 'a', secretToken: 's' })
  }

  override call({ path, service }: ApiRequest): Promise<HttpResponse> {
    this.paths.push(path)
    const isLimited = this.limited.some((part) => path.includes(part) || service === part)
    const answer = isLimited ? LIMITED : answerTo(path)
    return Promise.resolve({ kind: 'answer', headers: {}, ...answer })
  }
}

const LIMITED = { status: 429, headers: { 'retry-after': '7' }, body: '' }

function answerTo(path: string) {
  const transactions = IDS.map((id) => ({ ...transaction, id }))
  const meta = { ...OK_META, paging: { lastevaluatedkey: KEY } }
  if (path.startsWith('/transactions?')) return json({ transactions, meta })
  if (path.includes('404')) return json({ meta: { ...OK_META, result: false } })
  return json({ transactionoperations: [operation()], meta: OK_META })
}

function json(body: object) {
  return { status: 200, body: JSON.stringify(body) }
}

function listOf(limited: readonly string[], cursor: string | null = null) {
  const session = new ListSession(limited)
  return { session, page: listPage(new PaymentReader(session), cursor) }
}

const WAIT_MS = 7_000

describe('Bambora Checkout: a page of the list whose reads are limited', () => {
  it('ends behind what was read, and goes on there when it may; nothing is unread', async () => {
    const page = await listOf(['/103/']).page
    expect(page).toMatchObject({ ok: true, malformed: [] })
    if (!page.ok) throw new Error(page.message)
    expect(page.snapshots.map((one) => one.providerTransactionId)).toEqual(['101', '102'])
    expect(page.waitMs).toBeLessThanOrEqual(WAIT_MS)
    const { session, page: last } = listOf([], page.next)
    const rest = await last
    if (!rest.ok) throw new Error(rest.message)
    expect(rest.snapshots.map((one) => one.providerTransactionId)).toEqual(['103'])
    expect(rest).not.toHaveProperty('waitMs')
    expect(rest.next).toBe(KEY)
    expect(session.paths[0]).not.toContain('exclusivestartkey')
  })

  it('of a later page goes on with that page', async () => {
    const page = await listOf(['/102/'], KEY).page
    if (!page.ok) throw new Error(page.message)
    const { session, page: rest } = listOf([], page.next)
    await rest
    expect(new URLSearchParams(session.paths[0]?.split('?')[1]).get('exclusivestartkey')).toBe(KEY)
  })

  it('waits where not even the first could be read', async () => {
    const limited = { ok: false, problem: 'unavailable', waitMs: expect.any(Number) as number }
    expect(await listOf(['/101/']).page).toMatchObject(limited)
    expect(await listOf(['/transactions?']).page).toMatchObject(limited)
  })

  it('waits where the credentials could not be tested because of the limit', async () => {
    const reader = new PaymentReader(new ListSession(['login']))
    expect(await reader.payment('404')).toMatchObject({ waitMs: expect.any(Number) as number })
  })
})
