import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { faultPlanSchema } from '../faults/plan-schema'
import type { Provider, Runtime } from '../provider'
import { checked } from './checked'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

const callsQuerySchema = z.object({
  since: z.coerce.number().int().default(0),
  provider: z.string().optional(),
})
const clockSchema = z.strictObject({ advanceMs: z.int().positive() })
const resetSchema = z.strictObject({ now: z.iso.datetime({ offset: true }).optional() }).nullish()

/**
 * Adds the control API: settings, faults, the log of calls and the content of the ledger. It is for
 * tests and demonstrations and accepts calls from this machine only.
 */
export function mountControl(
  app: FastifyInstance,
  runtime: Runtime,
  providers: readonly Provider[],
): void {
  app.addHook('onRequest', rejectRemoteCallers)
  app.get('/health', () => ({ status: 'ok', anchor: runtime.ledger.header.anchor }))

  app.post('/faults', (request, reply) =>
    checked(reply, faultPlanSchema, request.body, (plan) => {
      reply.code(201)
      return runtime.faults.add(plan)
    }),
  )
  app.get('/faults', () => runtime.faults.list())
  app.delete('/faults', (_request, reply) => {
    runtime.faults.clear()
    return reply.code(204).send()
  })

  app.get('/calls', (request, reply) =>
    checked(reply, callsQuerySchema, request.query, ({ since, provider }) =>
      runtime.calls.list(since, provider),
    ),
  )
  app.delete('/calls', (_request, reply) => {
    runtime.calls.clear()
    return reply.code(204).send()
  })

  app.post('/clock', (request, reply) =>
    checked(reply, clockSchema, request.body, ({ advanceMs }) => {
      runtime.clock.advance(advanceMs)
      return { now: new Date(runtime.clock.now()).toISOString() }
    }),
  )

  app.post('/reset', (request, reply) =>
    checked(reply, resetSchema, request.body, (body) => {
      reset(runtime, providers, body?.now === undefined ? undefined : new Date(body.now))
      return reply.code(204).send()
    }),
  )

  for (const provider of providers) {
    void app.register(
      (scope, _options, done) => {
        provider.mountControl(scope)
        done()
      },
      { prefix: `/${provider.name}` },
    )
  }
}

function reset(runtime: Runtime, providers: readonly Provider[], anchor: Date | undefined): void {
  runtime.ledger.restart(anchor)
  runtime.faults.clear()
  runtime.calls.clear()
  for (const provider of providers) provider.setUp()
}

async function rejectRemoteCallers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (LOOPBACK.test(request.ip)) return
  await reply.code(403).send({ sandbox: 'the control API answers this machine only' })
}
