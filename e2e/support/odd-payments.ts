import type { Transaction } from '@/sandbox/dintero/transaction'
import { runCommand } from '@/scripts/processes/run-command'
import { projectFolder, runTypeScript } from '@/scripts/project'
import { sandbox } from './journey'

const CONNECTION = 'Fjord & Field (sandbox)'
const DAY_MS = 86_400_000

/** Old enough that no poll of the list reads them as they are in the ledger. */
const createdAt = () => new Date(Date.now() - 5 * DAY_MS).toISOString()

const line = (id: string, description: string) => ({
  line_id: id,
  description,
  quantity: 1,
  amount: 50_00,
  vat: 25,
  vat_amount: 10_00,
})

/** What a read shows otherwise than the ledger has it. */
type Change = (payment: Transaction) => object

/** Creates a payment that every read shows changed; returns its id. */
export async function createOdd(reference: string, change: Change): Promise<string> {
  const items = [line('1', 'Rain jacket'), line('2', 'Wool cap')]
  const customer = { firstName: 'Liv', lastName: 'Moen', email: 'liv@example.com' }
  const made = await sandbox().createTransaction({
    reference,
    items,
    customer,
    createdAt: createdAt(),
  })
  await sandbox().addFault({
    match: { provider: 'dintero', operation: 'read', transactionId: made.id },
    times: null,
    action: { type: 'status', status: 200, body: { ...made, ...change(made) } },
  })
  return made.id
}

/** Reads payments of Dintero by the import command; returns what it printed. */
export async function importByCommand(ids: readonly string[]): Promise<string> {
  const args = ['--connection', CONNECTION, ...ids.flatMap((id) => ['--reference', id])]
  const command = runTypeScript('scripts/import.ts', args)
  const options = { cwd: projectFolder, env: process.env, timeoutMs: 60_000 }
  return (await runCommand(process.execPath, command, options)).output
}

/** Nulls, a number for a text, a fallback, a turned name and a start without a result. */
export const nulls =
  (reference: number): Change =>
  ({ billing_address, events }) => ({
    merchant_reference: reference,
    items: null,
    updated_at: null,
    customer: { email: '', phone_number: null },
    billing_address: { ...billing_address, first_name: 'Li\u202ev', email: 'liv.moen@example.com' },
    events: [
      { id: 'begin', event: 'INITIATE', created_at: createdAt(), amount: null, success: null },
      ...events.slice(1),
    ],
  })

/** A line without an id, a nameless business and a deadline without a zone. */
export const lineless: Change = ({ items, billing_address, events }) => ({
  items: [items?.[0], { ...items?.[1], line_id: null }],
  billing_address: { ...billing_address, business_name: '', organization_number: '' },
  events: events.map((one) => ({
    ...one,
    metadata: { 'klarna:authorization_expiration': '2031-06-30T22:30:00' },
  })),
})

/** A payment of nothing, which was authorized all the same. */
export const zero: Change = ({ events }) => ({
  amount: 0,
  items: [],
  events: events.map((one) => ({ ...one, amount: 0 })),
})
