import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Database } from '@/db/client'
import { runAction, type ActionContext } from '@/lib/access/action-core'
import type { Actor } from '@/lib/domain/access/actor'
import { NO_SETTINGS } from '@/lib/domain/access/person-settings'
import type { Result } from '@/lib/domain/operation/result'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addOperation } from '@/testing/operation-row'
import { decideReview } from './decide-review'
import { removeView } from './remove-view'
import { saveView } from './save-view'
import { writeNote } from './write-note'

let merchant: TestMerchant
let readOnly: Database
let anna: Actor
let transactionId: string
let operationId: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference }),
  )
  transactionId = payment.id
  operationId = await addOperation(merchant.database, transactionId, { state: 'needs_review' })
  readOnly = new Database(`${merchant.databaseUrl}?default_transaction_read_only=on`)
})
afterAll(async () => {
  await readOnly.close()
  await merchant.stop()
})

const writes: readonly (readonly [string, (context: ActionContext) => Promise<Result<unknown>>])[] =
  [
    ['a note', (context) => writeNote(context, { noteId: randomUUID(), transactionId, text: 'x' })],
    ['a saved view', (context) => saveView(context, { name: 'v', query: '', isShared: false })],
    ['a view to remove', (context) => removeView(context, { id: randomUUID() })],
    [
      'a decision',
      (context) => decideReview(context, { operationId, verdict: 'not_sent', reason: 'portal' }),
    ],
  ]

it.each(writes)(
  'action: %s that the database refuses is reported as not done, with an error in the log (H8)',
  async (_, run) => {
    const error = vi.fn()
    const session = {
      actor: anna,
      settings: NO_SETTINGS,
      readAt: new Date().toISOString(),
      needsSecondFactor: false,
    }
    const runtime = {
      isOwnOrigin: () => Promise.resolve(true),
      readSession: () => Promise.resolve(session),
      address: () => Promise.resolve('203.0.113.7'),
      database: () => readOnly,
      newRequestId: () => randomUUID(),
      log: () => ({ debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error }),
    }
    const definition = { permission: 'write_note', input: z.null(), run } as const
    const result = await runAction(runtime, definition, null)
    expect(result).toMatchObject({ ok: false, error: { code: 'database_refused' } })
    expect(error).toHaveBeenCalledOnce()
  },
)
