import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checked } from '../../control/checked'
import { channelSchema } from '../channels'
import { RANDOM } from '../ids'
import type { Oppwa } from '../oppwa'
import { settingsSchema } from '../settings'
import { testSubscription } from '../webhooks/notify'
import { listTotals } from './list-totals'
import { makePayments } from './make-payments'
import { creationSchema } from './creation-schema'
import { actInPortal, portalSchema } from './portal'
import { sendWebhooks, subscriptionSchema, webhookOptionsSchema } from './webhook'

const idSchema = z.object({ id: z.string() })
const totalsQuerySchema = z.object({
  accountId: z.string().optional(),
  touched: z.stringbool().default(false),
})

/** Adds the control API of the platform's part of the ledger. */
export function mountOppwaControl(app: FastifyInstance, oppwa: Oppwa): void {
  const { state } = oppwa
  app.get('/settings', () => state.settings)
  app.put('/settings', (request, reply) =>
    checked(reply, settingsSchema.partial(), request.body, (settings) => {
      const set = Object.entries(settings).filter(([, value]) => value !== undefined)
      oppwa.record({ kind: 'switches', switches: Object.fromEntries(set) })
      oppwa.throttle.clear()
      return state.settings
    }),
  )
  app.get('/channels', () => [...state.channels.values()])
  app.post('/channels', (request, reply) =>
    checked(reply, channelSchema, request.body, (channel) => {
      oppwa.record({ kind: 'channel', channel })
      return reply.code(201).send(channel)
    }),
  )
  app.get('/totals', (request, reply) =>
    checked(reply, totalsQuerySchema, request.query, (query) => listTotals(state, query)),
  )
  app.post('/webhooks', (request, reply) =>
    checked(reply, subscriptionSchema, request.body, async (options) => {
      const subscription = { id: randomUUID(), ...options, active: false }
      const active = await testSubscription(subscription)
      oppwa.record({ kind: 'subscription', subscription: { ...subscription, active } })
      return reply.code(201).send({ id: subscription.id, active })
    }),
  )
  mountTransactions(app, oppwa)
}

function mountTransactions(app: FastifyInstance, oppwa: Oppwa): void {
  const { state } = oppwa
  const missing = (id: string): object => ({ sandbox: `no payment ${id}` })

  app.post('/transactions', (request, reply) =>
    checked(reply, creationSchema, request.body ?? {}, (options) => {
      const made = Array.from({ length: options.count ?? 1 }, () =>
        makePayments(RANDOM, oppwa.now(), options),
      )
      oppwa.record({ kind: 'minted', payments: made.flat() })
      const ids = made.flatMap(([root]) => root?.id ?? [])
      reply.code(201)
      return options.count === undefined ? { id: ids[0] } : { count: ids.length, ids }
    }),
  )
  app.get('/transactions/:id', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) => {
      const tree = state.treeOf(id)
      return tree.length === 0 ? reply.code(404).send(missing(id)) : { id, entries: tree }
    }),
  )
  app.get('/references/:id', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      [...state.payments.values()].filter((payment) => payment.merchantTransactionId === id),
    ),
  )
  app.post('/transactions/:id/portal', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, portalSchema, request.body, (options) => {
        const [root] = state.treeOf(id)
        if (!root) return reply.code(404).send(missing(id))
        const code = actInPortal(oppwa, root, options)
        return code === null
          ? { id, entries: state.treeOf(id) }
          : reply.code(409).send({ result: { code } })
      }),
    ),
  )
  app.post('/transactions/:id/webhook', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, webhookOptionsSchema, request.body, async (options) => {
        const payment = state.payments.get(id)
        if (!payment) return reply.code(404).send(missing(id))
        return { statuses: await sendWebhooks(payment, options) }
      }),
    ),
  )
}
