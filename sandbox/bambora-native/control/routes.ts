import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checked } from '../../control/checked'
import { clientSchema, merchantIdSchema } from '../accounts'
import type { Native } from '../native'
import { settingsSchema } from '../settings'
import { listTotals } from './list-totals'
import { createPayments, creationSchema } from './create-payments'
import { actInPortal, portalSchema } from './portal'

const idSchema = z.object({ id: z.string() })
const totalsQuerySchema = z.object({
  accountId: merchantIdSchema.optional(),
  touched: z.stringbool().default(false),
})

/** Adds the control API of this part of the ledger; a payment's id is its reference. */
export function mountNativeControl(app: FastifyInstance, native: Native): void {
  const { state } = native

  app.get('/settings', () => state.settings)
  app.put('/settings', (request, reply) =>
    checked(reply, settingsSchema.partial(), request.body, (settings) => {
      const set = Object.entries(settings).filter(([, value]) => value !== undefined)
      native.record({ kind: 'switches', switches: Object.fromEntries(set) })
      return state.settings
    }),
  )

  app.get('/clients', () => [...state.clients.values()])
  app.post('/clients', (request, reply) =>
    checked(reply, clientSchema, request.body, (client) => {
      native.record({ kind: 'client', client })
      return reply.code(201).send(client)
    }),
  )

  app.get('/totals', (request, reply) =>
    checked(reply, totalsQuerySchema, request.query, (query) => listTotals(state, query)),
  )
  app.post('/transactions', (request, reply) =>
    checked(reply, creationSchema, request.body ?? {}, (options) =>
      reply.code(201).send(createPayments(native, options)),
    ),
  )
  app.get('/transactions/:id', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) => {
      const entry = state.findAny(id)
      return entry?.payment ?? reply.code(404).send({ sandbox: `no payment ${id}` })
    }),
  )
  app.post('/transactions/:id/expire', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) => {
      const entry = state.findAny(id)
      if (!entry) return reply.code(404).send({ sandbox: `no payment ${id}` })
      const { payment } = entry
      const version = payment.version + 1
      native.update(entry, { ...payment, version, state: 'Authorization Expired' })
      return entry.payment
    }),
  )
  app.post('/transactions/:id/portal', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, portalSchema, request.body, (options) => {
        const entry = state.findAny(id)
        if (!entry) return reply.code(404).send({ sandbox: `no payment ${id}` })
        const refusal = actInPortal(native, entry, options)
        return refusal ? reply.code(409).send(refusal.body) : entry.payment
      }),
    ),
  )
}
