import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checked } from '../../control/checked'
import { accountIdSchema, clientSchema } from '../accounts'
import type { Dintero } from '../dintero'
import { switchesSchema } from '../switches'
import { mint } from './mint'
import { mintSchema } from './mint-schema'
import { actInPortal, portalSchema } from './portal'
import { listTotals } from './list-totals'
import { sendWebhooks, webhookWishSchema } from './webhook'

const idSchema = z.object({ id: z.string() })
const totalsQuerySchema = z.object({
  accountId: accountIdSchema.optional(),
  touched: z.stringbool().default(false),
})

/** Adds what tests may do with Dintero's part of the ledger. */
export function mountDinteroControl(app: FastifyInstance, dintero: Dintero): void {
  const { book } = dintero

  app.get('/switches', () => book.switches)
  app.put('/switches', (request, reply) =>
    checked(reply, switchesSchema.partial(), request.body, (switches) => {
      const set = Object.entries(switches).filter(([, value]) => value !== undefined)
      dintero.record({ kind: 'switches', switches: Object.fromEntries(set) })
      return book.switches
    }),
  )

  app.get('/clients', () => [...book.clients.values()])
  app.post('/clients', (request, reply) =>
    checked(reply, clientSchema, request.body, (client) => {
      dintero.record({ kind: 'client', client })
      return reply.code(201).send(client)
    }),
  )

  app.get('/totals', (request, reply) =>
    checked(reply, totalsQuerySchema, request.query, (query) => listTotals(book, query)),
  )
  app.post('/transactions', (request, reply) =>
    checked(reply, mintSchema, request.body ?? {}, async (wish) => {
      const minted = await mint(dintero, wish)
      return reply.code(201).send(minted)
    }),
  )
  app.get('/transactions/:id', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) => {
      const entry = book.entries.get(id)
      if (!entry) return reply.code(404).send({ sandbox: `no transaction ${id}` })
      return { ...entry.transaction, pending: [...entry.pending.values()] }
    }),
  )
  app.post('/transactions/:id/portal', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, portalSchema, request.body, (wish) => {
        const entry = book.entries.get(id)
        if (!entry) return reply.code(404).send({ sandbox: `no transaction ${id}` })
        const refusal = actInPortal(dintero, entry, wish)
        return refusal ? reply.code(409).send(refusal.body) : entry.transaction
      }),
    ),
  )
  app.post('/transactions/:id/webhook', (request, reply) =>
    checked(reply, idSchema, request.params, ({ id }) =>
      checked(reply, webhookWishSchema, request.body, async (wish) => {
        const entry = book.entries.get(id)
        if (!entry) return reply.code(404).send({ sandbox: `no transaction ${id}` })
        return { statuses: await sendWebhooks(entry.transaction, wish) }
      }),
    ),
  )
}
