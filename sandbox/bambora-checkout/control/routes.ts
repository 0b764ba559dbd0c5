import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { checked } from '../../control/checked'
import { apiUserSchema, merchantNumberSchema } from '../accounts'
import type { Checkout } from '../checkout'
import type { Entry } from '../entry'
import { settingsSchema } from '../settings'
import { callbackOptionsSchema, sendNow } from './callback'
import { listTotals } from './list-totals'
import { createPayments, creationSchema } from './create-payments'
import { actInPortal, portalSchema } from './portal'

const totalsQuerySchema = z.object({
  accountId: merchantNumberSchema.optional(),
  touched: z.stringbool().default(false),
})
const md5KeySchema = z.strictObject({ merchantNumber: merchantNumberSchema, key: z.string() })

/** Adds the control API of Bambora Checkout's part of the ledger. */
export function mountCheckoutControl(app: FastifyInstance, checkout: Checkout): void {
  const { state } = checkout
  const withEntry = (params: unknown, reply: FastifyReply, use: (entry: Entry) => unknown) => {
    const { id } = params as { id: string }
    const entry = state.entries.get(id)
    return entry ? use(entry) : reply.code(404).send({ sandbox: `no transaction ${id}` })
  }

  app.get('/settings', () => state.settings)
  app.put('/settings', (request, reply) =>
    checked(reply, settingsSchema.partial(), request.body, (settings) => {
      const set = Object.entries(settings).filter(([, value]) => value !== undefined)
      checkout.record({ kind: 'switches', switches: Object.fromEntries(set) })
      return state.settings
    }),
  )

  app.get('/clients', () => [...state.users.values()])
  app.post('/clients', (request, reply) =>
    checked(reply, apiUserSchema, request.body, (user) => {
      checkout.record({ kind: 'user', user })
      return reply.code(201).send(user)
    }),
  )
  app.put('/md5-key', (request, reply) =>
    checked(reply, md5KeySchema, request.body, (change) => {
      checkout.record({ kind: 'md5-key', ...change })
      return reply.code(204).send()
    }),
  )

  app.get('/totals', (request, reply) =>
    checked(reply, totalsQuerySchema, request.query, (query) => listTotals(state, query)),
  )
  app.post('/transactions', (request, reply) =>
    checked(reply, creationSchema, request.body ?? {}, (options) =>
      reply.code(201).send(createPayments(checkout, options)),
    ),
  )
  app.get('/transactions/:id', (request, reply) =>
    withEntry(request.params, reply, ({ payment }) => payment),
  )
  app.post('/transactions/:id/portal', (request, reply) =>
    withEntry(request.params, reply, (entry) =>
      checked(reply, portalSchema, request.body, (options) => {
        const { effect, body } = actInPortal(checkout, entry, options)
        return effect ? entry.payment : reply.code(409).send(body)
      }),
    ),
  )
  app.post('/transactions/:id/webhook', (request, reply) =>
    withEntry(request.params, reply, ({ payment }) =>
      checked(reply, callbackOptionsSchema, request.body, async (options) => ({
        statuses: await sendNow(checkout, payment, options),
      })),
    ),
  )
}
