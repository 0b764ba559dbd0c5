import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checked } from '../../control/checked'
import { accountIdSchema, clientSchema } from '../accounts'
import type { Dintero } from '../dintero'
import { settingsSchema } from '../settings'
import { createTransactions } from './create-transactions'
import { creationSchema } from './creation-schema'
import { actInPortal, portalSchema } from './portal'
import { listTotals } from './list-totals'
import { sendWebhooks, webhookOptionsSchema } from './webhook'

const idSchema = z.object({ id: z.string() })
const totalsQuerySchema = z.object({
  accountId: accountIdSchema.optional(),
  touched: z.stringbool().default(false),
})

/** Adds the control API of Dintero's part of the ledger. */
export function mountDinteroControl(app: FastifyInstance, dintero: Dintero): void {
  const { state } = dintero

  app.get('/settings', () => state.settings)
  app.put('/settings', (request, reply) =>
    checked(reply, settingsSchema.partial(), request.body, (settings) => {
      const set = Object.entries(settings).filter(([, value]) => value !== undefined)
      dintero.record({ kind: 'switches', switches: Object.fromEntries(set) })
      return state.settings
    }),
  )

  app.get('/clients', () => [...state.clients.values()])
  app.post('/clients', (request, reply) =>
    checked(reply, clientSchema, request.body, (client) => {
      dintero.record({ kind: 'client', client })
      return reply.code(201).send(client)
    }),
  )

  app.get('/totals', (request, reply) =>
    checked(reply, totalsQuerySchema, request.query, (query) => listTotals(state, query)),
  )
  app.post('/transactions', (request, reply) =>
    checked(reply, creationSchema, request.body ?? {}, async (options) => {
      const created = await createTransactions(dintero, options)
      return reply.code(201).send(created)
    }),
  )
  app.get('/transactions/:id', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) => {
      const entry = state.entries.get(id)
      if (!entry) return reply.code(404).send({ sandbox: `no transaction ${id}` })
      return { ...entry.transaction, pending: [...entry.pending.values()] }
    }),
  )
  app.post('/transactions/:id/portal', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, portalSchema, request.body, (options) => {
        const entry = state.entries.get(id)
        if (!entry) return reply.code(404).send({ sandbox: `no transaction ${id}` })
        const refusal = actInPortal(dintero, entry, options)
        return refusal ? reply.code(409).send(refusal.body) : entry.transaction
      }),
    ),
  )
  app.post('/transactions/:id/webhook', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, webhookOptionsSchema, request.body, async (options) => {
        const entry = state.entries.get(id)
        if (!entry) return reply.code(404).send({ sandbox: `no transaction ${id}` })
        return { statuses: await sendWebhooks(entry.transaction, options) }
      }),
    ),
  )
}
