import type { Guard } from './model/guard'
import { READ_GUARDS } from './read-guards'

const RUN = 'lib/operations/runner/run-operation.ts'
const OUTCOME = 'db/queries/operations/record-outcome.ts'
const CLAIM = 'db/queries/operations/claim-operations.ts'
const WEBHOOK = 'lib/sync/receive-webhook.ts'
const PROCESS_CLOCK = '${new Date(Date.now()).toISOString()}::timestamptz'

export const GUARDS: readonly Guard[] = [
  {
    name: 'intent-first',
    title: 'send before the intent is committed',
    changes: [
      {
        file: RUN,
        find: '  const written = await writeIntent(database, intent)\n',
        replace: `  const early = await run.client.send(
    providerCommand(request, run.payment, {
      reference: intent.reference,
      sendBeforeMs: () => Infinity,
    }),
  )
  const client = Object.assign(Object.create(run.client), { send: async () => early })
  run = { ...run, client }
  const written = await writeIntent(database, intent)
`,
      },
    ],
    faults: ['K2', 'D1', 'C1'],
  },
  {
    name: 'one-open',
    title: 'no index and no check for one open operation',
    changes: [
      {
        file: 'db/queries/operations/insert-intent.ts',
        find: '          and open_operation_id is null\n',
        replace: '',
      },
      {
        file: 'db/queries/operations/insert-intent.ts',
        find: '          and money_revision = ${intent.expectedRevision}\n',
        replace: '',
      },
      {
        file: 'lib/operations/runner/start-operation.ts',
        find: '  if (open !== undefined) return operationOpen(database, open)\n',
        replace: '',
      },
      {
        file: 'lib/operations/runner/start-operation.ts',
        find: "  if (input.expectedRevision !== view.moneyRevision) return failure('stale_page')\n",
        replace: '',
      },
      {
        file: 'lib/domain/rules/capability.ts',
        find: "situation.openOperation === null ? null : 'operation_open'",
        replace: 'null',
      },
    ],
    sabotage: ['drop index operations_one_open'],
    faults: ['C1', 'C3'],
  },
  {
    name: 'no-retry',
    title: 'retry on timeout',
    changes: [
      {
        file: 'lib/providers/dintero/client.ts',
        find: '    const response = await this.session.call(request)\n',
        replace: `    let response = await this.session.call(request)
    if (response.kind === 'no_response') response = await this.session.call(request)
`,
      },
    ],
    faults: ['N3', 'N4'],
  },
  {
    name: 'parse-200',
    title: 'trust a 200',
    changes: [
      {
        file: 'lib/providers/dintero/interpret-response.ts',
        find: '  const verdict = attributeByEvents(snapshot.events, command, amountToShow(command))\n',
        replace: `  if (!accepted) return { outcome: 'succeeded', snapshot, providerReference: null }
  const verdict = attributeByEvents(snapshot.events, command, amountToShow(command))
`,
      },
    ],
    faults: ['P6'],
  },
  {
    name: 'settle-window',
    title: 'take not-found as proof',
    changes: [
      {
        file: 'lib/repair/interpret-read.ts',
        find: '  if (leftMs > 0) return open(',
        replace:
          "  if (leftMs > 0) return settled('not_sent', { code: 'no_trace' })\n  if (leftMs > 0) return open(",
      },
    ],
    faults: ['P12', 'N3'],
  },
  {
    name: 'database-clock',
    title: 'process clock for leases',
    changes: [
      {
        file: CLAIM,
        find: "'pending', 'unknown') and next_check_at <= now() and ${wanted}`",
        replace: `'pending', 'unknown') and next_check_at <= ${PROCESS_CLOCK} and \${wanted}\``,
      },
      {
        file: CLAIM,
        find: 'leased_until < now())',
        replace: `leased_until < ${PROCESS_CLOCK})`,
      },
      {
        file: CLAIM,
        find: 'extract(epoch from now() - ${SEND_OVER_AT})',
        replace: `extract(epoch from ${PROCESS_CLOCK} - \${SEND_OVER_AT})`,
      },
    ],
    faults: ['T1', 'T1', 'N3', 'P12'],
  },
  {
    name: 'append-only',
    title: 'update history in place',
    changes: [
      {
        file: OUTCOME,
        find: `        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, operation_id, reason, detail
        )
        select
          transaction_id, \${\`operation.\${outcome.state}\`}, \${actorColumns(outcome.by)}, request_id, id,
          reason,
          jsonb_build_object(
            'kind', kind, 'amountMinor', amount_minor, 'currency', currency, 'message', message
          )
        from operation`,
        replace: `        update audit_entries set action = \${\`operation.\${outcome.state}\`}
        from operation where audit_entries.operation_id = operation.id`,
      },
    ],
    sabotage: ['drop trigger audit_entries_append_only on audit_entries'],
    faults: ['N4'],
  },
  {
    name: 'known-host',
    title: 'skip the connection check',
    changes: [
      {
        file: 'lib/providers/registry.ts',
        find: '  assertKnownHost(provider, credentials.baseUrl)\n',
        replace: '',
      },
    ],
    faults: ['N8'],
  },
  {
    name: 'keep-reservation',
    title: 'free the reservation on unknown',
    changes: [
      {
        file: OUTCOME,
        find: 'transactionChanges(closed, outcome.snapshot)}',
        replace: "transactionChanges(closed || outcome.state === 'unknown', outcome.snapshot)}",
      },
    ],
    faults: ['N3', 'N4'],
  },
  {
    name: 'webhook-reads',
    title: 'settle from a webhook',
    changes: [
      {
        file: WEBHOOK,
        find: "import { v7 as uuidv7 } from 'uuid'\n",
        replace: `import { v7 as uuidv7 } from 'uuid'
import { findOpenOperationOf } from '@/db/queries/operations/find-open-operation'
import { recordOutcome } from '@/db/queries/operations/record-outcome'
`,
      },
      {
        file: WEBHOOK,
        find: "  return isNew ? 'stored' : 'repeated'\n",
        replace: `  const subject = notice.providerTransactionId ?? ''
  const open = await findOpenOperationOf(database, connection.id, subject)
  if (open !== null) {
    await recordOutcome(database, {
      ...{ operationId: open.id, state: 'succeeded', message: null, refusalCode: null },
      ...{ retry: null, providerReference: null, snapshot: null, readAt: null },
      ...{ checkAfterMs: null, attempt: null, by: 'system' },
    })
  }
  return isNew ? 'stored' : 'repeated'
`,
      },
    ],
    faults: ['W1', 'W2'],
  },
  {
    name: 'webhook-signature',
    title: 'believe a webhook that is not signed',
    changes: [
      {
        file: 'lib/providers/dintero/webhook.ts',
        find: 'one.length === other.length && timingSafeEqual(one, other)',
        replace: 'true',
      },
    ],
    faults: ['W3'],
  },
  {
    name: 'row-claim',
    title: 'take up a row that another instance has in hand',
    changes: [
      {
        file: 'db/queries/batch/claim-rows.ts',
        find: "            and waiting.state = 'waiting' and waiting.planned_key is not null\n",
        replace:
          "            and waiting.state in ('waiting', 'begun') and waiting.planned_key is not null\n",
      },
    ],
    faults: ['N3', 'N4'],
  },
  {
    name: 'row-lease',
    title: 'leave the rows of an instance that is gone',
    changes: [
      {
        file: 'db/queries/batch/tend-batches.ts',
        find: "        where state = 'begun' and lease_until <= now()\n",
        replace: "        where state = 'begun' and lease_until <= now() - interval '1 day'\n",
      },
    ],
    faults: ['K3', 'K6'],
  },
  ...READ_GUARDS,
]
