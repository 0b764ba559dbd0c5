import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Database } from '@/db/client'
import type { LiveSession } from '@/db/queries/access/sessions'
import type { Actor } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import { NO_SETTINGS } from '@/lib/domain/access/person-settings'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { runAction, type ActionContext, type ActionRuntime } from './action-core'

/** Connects when it is first asked something, which nothing here does. */
const unusedDatabase = new Database('postgres://127.0.0.1/none')
const REQUEST_ID = '0b5f0a3e-4f6e-4c57-9d0f-0f3c5f1f2a11'

const REQUESTED_AT = '2026-03-02T09:00:00.000000Z'

function sessionOf(role: Role): LiveSession {
  return {
    actor: actorWith(role),
    settings: NO_SETTINGS,
    readAt: REQUESTED_AT,
    needsSecondFactor: false,
  }
}

function actorWith(role: Role): Actor {
  const names = { name: 'Anna Lie', email: 'anna@paydesk.example' }
  return { userId: 'u', sessionId: 's', ...names, role, scope: 'all' }
}

function arrange(changes: Partial<ActionRuntime> = {}) {
  const run = vi.fn(
    (
      _context: ActionContext,
      input: { lines: { amountMinor: number }[] },
    ): Promise<Result<number>> => Promise.resolve(success(input.lines.length)),
  )
  const error = vi.fn()
  const readSession = vi.fn(() => Promise.resolve(sessionOf('support')))
  const runtime: ActionRuntime = {
    isOwnOrigin: () => Promise.resolve(true),
    readSession,
    address: () => Promise.resolve('203.0.113.7'),
    database: () => unusedDatabase,
    newRequestId: () => REQUEST_ID,
    log: () => ({ debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error }),
    ...changes,
  }
  const definition = {
    permission: 'operate:refund' as const,
    input: z.object({ lines: z.array(z.object({ amountMinor: z.number().int() })) }),
    run,
  }
  const call = (input: unknown = { lines: [{ amountMinor: 1 }] }, isForSetUp?: true) =>
    runAction(runtime, isForSetUp === undefined ? definition : { ...definition, isForSetUp }, input)
  return { call, run, error, readSession }
}

describe('runAction', () => {
  it('runs with the actor, the request id and the parsed input', async () => {
    const { call, run } = arrange()
    expect(await call({ lines: [{ amountMinor: 5 }], extra: true })).toEqual(success(1))
    expect(run).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        actor: { ...actorWith('support'), address: '203.0.113.7' },
        requestedAt: REQUESTED_AT,
        requestId: REQUEST_ID,
      }),
      { lines: [{ amountMinor: 5 }] },
    )
  })

  it('refuses a foreign origin before anything else', async () => {
    const { call, run, readSession } = arrange({ isOwnOrigin: () => Promise.resolve(false) })
    expect(await call()).toMatchObject({ ok: false, error: { code: 'foreign_origin' } })
    expect(readSession).not.toHaveBeenCalled()
    expect(run).not.toHaveBeenCalled()
  })

  it('refuses without a session, whatever the input', async () => {
    const { call, run } = arrange({ readSession: () => Promise.resolve(null) })
    expect(await call('nonsense')).toMatchObject({ ok: false, error: { code: 'not_signed_in' } })
    expect(run).not.toHaveBeenCalled()
  })

  it('refuses people who lack the second factor that they need, but for setting it up', async () => {
    const session = { ...sessionOf('support'), needsSecondFactor: true }
    const { call, run } = arrange({ readSession: () => Promise.resolve(session) })
    expect(await call('nonsense')).toEqual({ ok: false, error: { code: 'second_factor_required' } })
    expect(run).not.toHaveBeenCalled()
    expect(await call(undefined, true)).toMatchObject({ ok: true })
  })

  it('refuses a role without the permission and says which for which, whatever the input', async () => {
    const { call, run } = arrange({ readSession: () => Promise.resolve(sessionOf('staff')) })
    expect(await call('nonsense')).toEqual({
      ok: false,
      error: {
        code: 'not_permitted',
        values: { role: 'staff', permission: 'operate:refund' },
      },
    })
    expect(run).not.toHaveBeenCalled()
  })

  it('says that the outcome is not known when the action throws', async () => {
    const { call, run, error } = arrange()
    const thrown = new Error('connection ended: password=hunter2')
    run.mockRejectedValue(thrown)
    const answer = await call()
    expect(answer).toEqual({
      ok: false,
      error: { code: 'internal', values: { phase: 'during', requestId: REQUEST_ID } },
    })
    expect(JSON.stringify(answer)).not.toContain('hunter2')
    expect(error).toHaveBeenCalledExactlyOnceWith(
      { requestId: REQUEST_ID, permission: 'operate:refund', err: thrown },
      'an action failed',
    )
  })

  it('says that nothing was done when the session cannot be read', async () => {
    const { call, run } = arrange({ readSession: () => Promise.reject(new Error('down')) })
    expect(await call()).toMatchObject({
      ok: false,
      error: { code: 'internal', values: { phase: 'before' } },
    })
    expect(run).not.toHaveBeenCalled()
  })

  it('hands on what the action refuses', async () => {
    const { call, run } = arrange()
    const refused = {
      ok: false,
      error: { code: 'unavailable', message: 'Somebody else was first.' },
    } as const
    run.mockResolvedValue(refused)
    expect(await call()).toEqual(refused)
  })
})

describe('what runAction writes down', () => {
  it('refuses malformed input, names the field, and writes it down without the input', async () => {
    const info = vi.fn()
    const log = () => ({ debug: vi.fn(), info, warn: vi.fn(), error: vi.fn() })
    const { call, run } = arrange({ log })
    const answer = await call({ lines: [{ amountMinor: 1.5 }] })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', field: 'lines.0.amountMinor' },
    })
    expect(answer).toHaveProperty('error.values', { field: 'lines.0.amountMinor' })
    expect(await call(null)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(run).not.toHaveBeenCalled()
    const line = {
      event: 'refused',
      outcome: 'invalid_input',
      permission: 'operate:refund',
      requestId: REQUEST_ID,
      network: '203.0.113.7',
      personId: 'u',
      role: 'support',
      sessionId: 's',
    }
    expect(info.mock.calls).toEqual([
      [line, 'security event'],
      [line, 'security event'],
    ])
  })

  it('writes down that a use case refused for want of a fresh second factor', async () => {
    const info = vi.fn()
    const log = () => ({ debug: vi.fn(), info, warn: vi.fn(), error: vi.fn() })
    const { call, run } = arrange({ log })
    const refusal = failure('step_up_required', { values: { ways: ['code'] } })
    run.mockResolvedValue(refusal)
    expect(await call()).toEqual(refusal)
    expect(info.mock.calls).toMatchObject([
      [
        { event: 'refused', outcome: 'step_up_required', permission: 'operate:refund' },
        expect.any(String),
      ],
    ])
  })
})
