import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Database } from '@/db/client'
import type { Role } from '@/lib/domain/access/permission'
import { NO_SETTINGS } from '@/lib/domain/access/person-settings'
import { success } from '@/lib/domain/operation/result'
import type { ActionRuntime } from './action-core'
import { runUpload } from './define-upload'

interface Sent {
  readonly role?: Role | null
  readonly isOwn?: boolean
  readonly query?: string
  readonly body?: string
}

/** Sends a file of at most ten bytes to a route for staff. */
async function upload({ role = 'staff', isOwn = true, query = 'kind=a', body = '12345' }: Sent) {
  const runtime: ActionRuntime = {
    isOwnOrigin: () => Promise.resolve(isOwn),
    readSession: () =>
      Promise.resolve(
        role === null
          ? null
          : {
              actor: {
                userId: 'u',
                sessionId: 's',
                name: 'A',
                email: 'a@b.no',
                role,
                scope: 'all',
              },
              settings: NO_SETTINGS,
              readAt: '2026-03-02T09:00:00.000000Z',
              needsSecondFactor: false,
            },
      ),
    address: () => Promise.resolve('203.0.113.7'),
    // Connects when it is first asked something, which nothing here does.
    database: () => new Database('postgres://127.0.0.1/none'),
    newRequestId: () => 'request-1',
    log: () => ({ debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }),
  }
  const run = vi.fn((_context: unknown, { kind }: { kind: string }, bytes: Uint8Array) =>
    Promise.resolve(success(`${kind}: ${Buffer.from(bytes).toString()}`)),
  )
  const definition = {
    permission: 'operate:capture',
    query: z.strictObject({ kind: z.string() }),
    bytes: 10,
    timeoutMs: 1_000,
    run,
  } as const
  const request = new Request(`http://localhost:3000/api/files?${query}`, { method: 'POST', body })
  const response = await runUpload(runtime, definition, request)
  const answer: unknown = await response.json()
  return {
    status: response.status,
    answer,
    isBodyRead: request.bodyUsed,
    ran: run.mock.calls.length,
  }
}

it('upload: hands the file over with its query', async () => {
  expect(await upload({})).toMatchObject({ status: 200, answer: { ok: true, value: 'a: 12345' } })
})

it.each([
  ['of another site', { isOwn: false }, 403, 'foreign_origin'],
  ['without a session', { role: null }, 401, 'not_signed_in'],
  ['of a role that may not', { role: 'viewer' }, 403, 'not_permitted'],
  ['with another query', { query: 'kind=a&more=1' }, 400, 'invalid_input'],
] as const)(
  'upload: one %s is refused before its body is read',
  async (_who, sent, status, code) => {
    expect(await upload(sent)).toEqual({
      status,
      answer: { ok: false, error: expect.objectContaining({ code }) as unknown },
      isBodyRead: false,
      ran: 0,
    })
  },
)

it('upload: a larger file is refused, with how large one may be', async () => {
  expect(await upload({ body: 'x'.repeat(11) })).toMatchObject({
    status: 413,
    answer: { error: { code: 'file_too_large', values: { megabytes: 10 / 1024 / 1024 } } },
    ran: 0,
  })
})
