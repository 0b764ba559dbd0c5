import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { addOperation } from '@/testing/operation-row'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { commandArguments } from '@/testing/bundled-programs'
import { runCommand } from './processes/run-command'
import { projectFolder } from './project'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

const status = (...args: readonly string[]) =>
  runCommand(process.execPath, commandArguments('status', args), {
    cwd: projectFolder,
    env: process.env,
    timeoutMs: 30_000,
  })

it('npm run status: ends with 0 and the figures, with 1 and what is overdue, with 2 on misuse', async () => {
  await merchant.owner.run((db) => db.execute(sql`update connections set poll_due_at = now()`))
  const well = await status()
  expect(well.output).toMatch(/^Operations: unknown +0$/m)
  expect(well.output).toMatch(/^Connection .* \(dintero\): its list was not read to its end, /m)
  expect(well.code).toBe(0)

  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference }),
  )
  const createdAt = new Date(Date.now() - 2 * 3_600_000)
  await addOperation(merchant.database, payment.id, { createdAt, nextCheckAt: new Date() })
  const overdue = await status()
  expect(overdue.output).toMatch(
    /^Oldest operation: unknown +2 h 0 min {3}OVERDUE: more than 1 h 0 min$/m,
  )
  expect(overdue.output).toContain('Overdue: Oldest operation: unknown.')
  expect(overdue.code).toBe(1)

  await merchant.owner.run((db) =>
    db.execute(sql`
      update connections set check_problem = 'credentials_refused',
        failing_since = now() - interval '3 hours'
      where provider = 'dintero'`),
  )
  const refused = await status()
  expect(refused.output).toMatch(
    /^ {2}OVERDUE: it has not worked for 3 h 0 min\. The provider no longer accepts the secret.* Replace the secret\.$/m,
  )
  expect(refused.output).toMatch(/Overdue: .*; Connections that do not work\.$/m)
  await merchant.owner.run((db) => db.execute(sql`update connections set check_problem = null`))

  const json = await status('--json')
  const report = z.object({
    readings: z.array(z.object({ metric: z.string(), isOverdue: z.boolean() })),
    connections: z.array(z.object({ provider: z.string() })),
  })
  const text = json.output.slice(json.output.indexOf('{'), json.output.lastIndexOf('}') + 1)
  const { readings } = report.parse(JSON.parse(text))
  expect(readings.filter((reading) => reading.isOverdue).map(({ metric }) => metric)).toEqual([
    'paydesk_operations_oldest_seconds',
  ])
  expect(json.code).toBe(1)

  const misused = await status('--nonsense')
  expect(misused.output).toContain('npm run status -- --json')
  expect(misused.code).toBe(2)
})
