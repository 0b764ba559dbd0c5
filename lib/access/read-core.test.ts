import { describe, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import type { LiveSession } from '@/db/queries/access/sessions'
import type { Actor } from '@/lib/domain/access/actor'
import type { Permission } from '@/lib/domain/access/permission'
import { NO_SETTINGS } from '@/lib/domain/access/person-settings'
import { failure, success, type Failure, type Result } from '@/lib/domain/operation/result'
import { runRead, type ReadContext, type ReadRuntime } from './read-core'

/** Connects when it is first asked something, which nothing here does. */
const unusedDatabase = new Database('postgres://127.0.0.1/none')

const staff: Actor = {
  userId: 'u',
  sessionId: 's',
  name: 'Anna Lie',
  email: 'anna@paydesk.example',
  role: 'staff',
  scope: 'all',
}

function sessionOf(actor: Actor, needsSecondFactor: boolean): LiveSession {
  return { actor, settings: NO_SETTINGS, readAt: '2026-03-02T09:00:00.000000Z', needsSecondFactor }
}

async function read(
  run: (context: ReadContext, params: { id: string }) => Promise<Result<unknown>>,
  {
    actor = staff,
    permission = 'view_transactions',
    needsSecondFactor = false,
  }: { actor?: Actor | null; permission?: Permission; needsSecondFactor?: boolean } = {},
) {
  const runtime: ReadRuntime = {
    readSession: () => Promise.resolve(actor && sessionOf(actor, needsSecondFactor)),
    address: () => Promise.resolve('203.0.113.7'),
    database: () => unusedDatabase,
    newRequestId: () => 'request-1',
    log: () => ({ debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }),
  }
  const request = { url: 'http://localhost:3000/api/things/7?since=3', params: { id: '7' } }
  const response = await runRead(runtime, { permission, run }, request)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, body: (await response.json()) as unknown }
}

describe('runRead', () => {
  it('answers the result as JSON', async () => {
    const run = ({ search }: ReadContext, { id }: { id: string }) =>
      Promise.resolve(success({ id, since: search.get('since') }))
    expect(await read(run)).toEqual({ status: 200, body: success({ id: '7', since: '3' }) })
  })

  it('answers 401 without a session, 403 without the second factor or the permission, and runs nothing', async () => {
    const run = vi.fn(() => Promise.resolve(success(1)))
    expect(await read(run, { actor: null })).toMatchObject({
      status: 401,
      body: { error: { code: 'not_signed_in' } },
    })
    expect(await read(run, { needsSecondFactor: true })).toMatchObject({
      status: 403,
      body: { error: { code: 'second_factor_required' } },
    })
    expect(await read(run, { permission: 'manage_connections' })).toMatchObject({
      status: 403,
      body: { error: { code: 'not_permitted' } },
    })
    expect(run).not.toHaveBeenCalled()
  })

  it.each<[Failure['code'], number, Result<never>]>([
    ['not_found', 404, failure('not_found', { values: { what: 'payment' } })],
    ['invalid_input', 400, failure('invalid_input', { values: { field: 'q' } })],
    ['stale_page', 422, failure('stale_page')],
  ])('answers a refusal %s with %i', async (code, status, refusal) => {
    expect(await read(() => Promise.resolve(refusal))).toMatchObject({
      status,
      body: { ok: false, error: { code } },
    })
  })

  it('answers 500 with the request id when the read throws or has no JSON', async () => {
    const rejecting = await read(() => Promise.reject(new Error('hunter2')))
    expect(rejecting).toMatchObject({ status: 500, body: { error: { code: 'internal' } } })
    expect(JSON.stringify(rejecting.body)).toContain('request-1')
    expect(JSON.stringify(rejecting.body)).not.toContain('hunter2')
    expect(await read(() => Promise.resolve(success(1n)))).toMatchObject({ status: 500 })
  })
})
