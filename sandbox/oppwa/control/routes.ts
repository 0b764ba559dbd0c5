import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checked } from '../../control/checked'
import { channelSchema } from '../channels'
import { CHANCE } from '../ids'
import type { Oppwa } from '../oppwa'
import { switchesSchema } from '../switches'
import { testSubscription } from '../webhooks/notify'
import { listTotals } from './list-totals'
import { makePayments } from './mint-payment'
import { mintSchema } from './mint-schema'
import { actInPortal, portalSchema } from './portal'
import { sendWebhooks, subscriptionSchema, webhookWishSchema } from './webhook'

const idSchema = z.object({ id: z.string() })
const totalsQuerySchema = z.object({
  accountId: z.string().optional(),
  touched: z.stringbool().default(false),
})

/** Adds what tests may do with the platform's part of the ledger. */
export function mountOppwaControl(app: FastifyInstance, oppwa: Oppwa): void {
  const { book } = oppwa
  app.get('/switches', () => book.switches)
  app.put('/switches', (request, reply) =>
    checked(reply, switchesSchema.partial(), request.body, (switches) => {
      const set = Object.entries(switches).filter(([, value]) => value !== undefined)
      oppwa.record({ kind: 'switches', switches: Object.fromEntries(set) })
      oppwa.throttle.clear()
      return book.switches
    }),
  )
  app.get('/channels', () => [...book.channels.values()])
  app.post('/channels', (request, reply) =>
    checked(reply, channelSchema, request.body, (channel) => {
      oppwa.record({ kind: 'channel', channel })
      return reply.code(201).send(channel)
    }),
  )
  app.get('/totals', (request, reply) =>
    checked(reply, totalsQuerySchema, request.query, (query) => listTotals(book, query)),
  )
  app.post('/webhooks', (request, reply) =>
    checked(reply, subscriptionSchema, request.body, async (wish) => {
      const subscription = { id: randomUUID(), ...wish, active: false }
      const active = await testSubscription(subscription)
      oppwa.record({ kind: 'subscription', subscription: { ...subscription, active } })
      return reply.code(201).send({ id: subscription.id, active })
    }),
  )
  mountTransactions(app, oppwa)
}

function mountTransactions(app: FastifyInstance, oppwa: Oppwa): void {
  const { book } = oppwa
  const missing = (id: string): object => ({ sandbox: `no payment ${id}` })

  app.post('/transactions', (request, reply) =>
    checked(reply, mintSchema, request.body ?? {}, (wish) => {
      const made = Array.from({ length: wish.count ?? 1 }, () =>
        makePayments(CHANCE, oppwa.now(), wish),
      )
      oppwa.record({ kind: 'minted', payments: made.flat() })
      const ids = made.flatMap(([root]) => root?.id ?? [])
      reply.code(201)
      return wish.count === undefined ? { id: ids[0] } : { count: ids.length, ids }
    }),
  )
  app.get('/transactions/:id', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) => {
      const tree = book.treeOf(id)
      return tree.length === 0 ? reply.code(404).send(missing(id)) : { id, entries: tree }
    }),
  )
  app.get('/references/:id', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      [...book.payments.values()].filter((payment) => payment.merchantTransactionId === id),
    ),
  )
  app.post('/transactions/:id/portal', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, portalSchema, request.body, (wish) => {
        const [root] = book.treeOf(id)
        if (!root) return reply.code(404).send(missing(id))
        const code = actInPortal(oppwa, root, wish)
        return code === null
          ? { id, entries: book.treeOf(id) }
          : reply.code(409).send({ result: { code } })
      }),
    ),
  )
  app.post('/transactions/:id/webhook', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, webhookWishSchema, request.body, async (wish) => {
        const payment = book.payments.get(id)
        if (!payment) return reply.code(404).send(missing(id))
        return { statuses: await sendWebhooks(payment, wish) }
      }),
    ),
  )
}
