import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANCHOR, ApiClient, TestSandbox, until } from '../testing/test-sandbox'

let dataDir: string
let running: TestSandbox | null
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-ledger-'))
  running = null
})
afterEach(async () => {
  await running?.close()
  rmSync(dataDir, { recursive: true })
})

async function start(options: object = {}): Promise<TestSandbox> {
  await running?.close()
  running = null
  running = await TestSandbox.start({ dataDir, ...options })
  return running
}

const file = (): string => join(dataDir, 'ledger.jsonl')

describe('sandbox ledger in a folder', () => {
  it('is the same after a restart: data, settings, clients and tokens', async () => {
    const before = await start({ seed: true, anchor: ANCHOR })
    const api = await before.signIn()
    const [open] = (await api.list('status=AUTHORIZED&payment_product_type=klarna.klarna')).body
    const id = open?.id ?? ''
    await before.configure({ expiredAuthorization: 'ignored', refusalStatus: 409 })
    await before.control('POST', 'dintero/clients', {
      id: 'c',
      secret: 's',
      accountId: 'T55556666',
    })
    expect((await api.operate(id, 'capture', { amount: 1, capture_reference: 'r' })).status).toBe(
      200,
    )
    await before.control('POST', 'dintero/transactions', { count: 3 })
    const truth = await before.control('GET', 'dintero/totals')
    const one = await before.truth(id)

    const after = await start()
    expect(await after.control('GET', 'dintero/totals')).toEqual(truth)
    expect(await after.truth(id)).toEqual(one)
    expect(await after.control('GET', 'dintero/settings')).toMatchObject({ refusalStatus: 409 })
    const sameToken = new ApiClient(`${after.url}/dintero/v1`, api.token)
    expect((await sameToken.read(id)).status).toBe(200)
    await after.signIn({ id: 'c', secret: 's', account: 'T55556666' })
  })

  it('closes accepted operations after a restart', async () => {
    const before = await start()
    const { id } = await before.createTransaction({ behaviour: 'capture-202' })
    await before.configure({ pendingMs: 1000 })
    const api = await before.signIn()
    expect((await api.operate(id, 'capture', { amount: 10 })).status).toBe(202)
    const after = await start()
    expect(await after.totals(id)).toMatchObject({ pending: 1, captured: 0 })
    await until(async () => (await after.totals(id)).captured === 10)
  })

  it('survives a truncated last line with a notice', async () => {
    const before = await start()
    const { id } = await before.createTransaction()
    await before.close()
    running = null
    const whole = readFileSync(file(), 'utf8')
    appendFileSync(file(), '{"book":"dintero","change":{"kind":"upd')
    const after = await start()
    expect(after.notices).toEqual([expect.stringContaining('39 bytes were cut off')])
    expect((await after.truth(id)).id).toBe(id)
    expect(readFileSync(file(), 'utf8')).toBe(whole)
    await after.createTransaction()
    expect((await start()).notices).toEqual([])
  })

  it.each([
    ['a foreign file', 'hello\n', /not written by this sandbox/],
    ['a spoiled line', null, /cannot be read at line \d+/],
  ])('is not opened if it is %s', async (_name, content, message) => {
    const before = await start()
    await before.close()
    running = null
    if (content !== null) writeFileSync(file(), content)
    else appendFileSync(file(), '{"book":\n{"book":"dintero"}\n')
    await expect(start()).rejects.toThrow(message)
  })
})

describe('sandbox ledger of a folder', () => {
  it('keeps its first anchor', async () => {
    await start({ anchor: ANCHOR })
    const again = await start()
    expect(await again.control('GET', 'health')).toEqual({
      status: 'ok',
      anchor: ANCHOR.toISOString(),
    })
    await again.close()
    running = null
    await expect(start({ anchor: new Date(0) })).rejects.toThrow(/anchored at 2026-03-01/)
  })

  it('cannot be opened by two sandboxes', async () => {
    await start()
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    const startedAt = stat.split(') ').at(-1)?.split(' ')[19]
    writeFileSync(join(dataDir, 'lock'), `${process.ppid} ${startedAt}`)
    await expect(TestSandbox.start({ dataDir })).rejects.toThrow(/in use by process/)
  })

  it('is reset to the sample data, optionally with another anchor', async () => {
    const sandbox = await start({ seed: true, anchor: ANCHOR })
    const truth = await sandbox.control<{ id: string }[]>('GET', 'dintero/totals')
    const { id } = await sandbox.createTransaction()
    await sandbox.control('POST', 'reset')
    expect(await sandbox.control('GET', 'dintero/totals')).toEqual(truth)
    await expect(sandbox.truth(id)).rejects.toThrow(/404/)
    await sandbox.control('POST', 'reset', { now: '2026-05-01T00:00:00Z' })
    const first = await sandbox.truth(truth[0]?.id ?? '')
    const days = (Date.parse('2026-05-01T00:00:00Z') - Date.parse(first.created_at)) / 86_400_000
    expect(days).toBeLessThan(61)
  })
})
