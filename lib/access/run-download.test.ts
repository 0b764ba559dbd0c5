import { expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { NO_SETTINGS } from '@/lib/domain/access/person-settings'
import { success } from '@/lib/domain/operation/result'
import type { ActionRuntime } from './action-core'
import { runDownload } from './read-core'

const OWN = 'http://localhost:3000'

async function download(sent: Readonly<Record<string, string>>) {
  const headers = new Headers(sent)
  const runtime: ActionRuntime = {
    isOwnOrigin: () => Promise.resolve(headers.get('origin') === OWN),
    readSession: () =>
      Promise.resolve({
        actor: {
          userId: 'u',
          sessionId: 's',
          name: 'A',
          email: 'a@b.no',
          role: 'staff',
          scope: 'all',
        },
        settings: NO_SETTINGS,
        readAt: '2026-03-02T09:00:00.000000Z',
        needsSecondFactor: false,
      }),
    address: () => Promise.resolve('203.0.113.7'),
    // Connects when it is first asked something, which nothing here does.
    database: () => new Database('postgres://127.0.0.1/none'),
    newRequestId: () => 'request-1',
    log: () => ({ debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }),
  }
  const run = vi.fn(() =>
    Promise.resolve(success({ fileName: 'a.csv', contentType: 'text/csv', body: 'x' })),
  )
  const definition = { permission: 'view_transactions', event: 'export', run } as const
  const response = await runDownload(runtime, definition, {
    url: `${OWN}/api/file`,
    headers,
    params: {},
  })
  return { status: response.status, text: await response.text(), ran: run.mock.calls.length }
}

it.each([
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: OWN }],
  ['a program', {}],
])('download: sends a file to %s', async (_who, headers) => {
  expect(await download(headers)).toEqual({ status: 200, text: 'x', ran: 1 })
})

it.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another part of our site', { 'sec-fetch-site': 'same-site' }],
  ['a script of another origin', { origin: 'https://evil.example' }],
])('download: refuses %s in words and does nothing', async (_who, headers) => {
  const { status, text, ran } = await download(headers)
  expect([status, ran]).toEqual([403, 0])
  expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'foreign_origin' } })
})
