import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import { withCaller, type DinteroRoute } from '../calls'
import type { Dintero } from '../dintero'
import { badRequest, errorResponse, forbidden } from '../errors'
import type { Subscription } from '../changes'

const creationSchema = z.object({
  config: z.object({
    url: z.url(),
    secret: z.object({ secret: z.string().min(1) }),
  }),
  events: z.array(z.string()).min(1),
})

/** Calls that set up webhooks and the callback signature (fact sheet §13.2, §13.3). */
export function callbackRoutes(dintero: Dintero): DinteroRoute[] {
  const { state } = dintero
  const url = '/accounts/:aid/hooks/subscriptions'
  return [
    {
      operation: 'create-signature',
      method: 'POST',
      url: '/admin/signature',
      carryOut: withCaller(dintero, 'write', ({ accountId }) => {
        const secret = randomBytes(24).toString('base64url')
        dintero.record({ kind: 'signature-secret', accountId, secret })
        return {
          status: 200,
          body: { signature: { type: 'v0-hmac-sha256', secret } },
          effect: false,
        }
      }),
    },
    {
      operation: 'subscribe',
      method: 'POST',
      url,
      carryOut: withCaller(dintero, 'write', (caller, { params, body }) => {
        if (params.aid !== caller.accountId) return forbidden
        const parsed = creationSchema.safeParse(body.kind === 'json' ? body.value : undefined)
        if (!parsed.success) return badRequest('config and events are required', 'config')
        const { config, events } = parsed.data
        const subscription: Subscription = {
          id: randomUUID(),
          accountId: caller.accountId,
          url: config.url,
          secret: config.secret.secret,
          events,
          createdAt: dintero.timestamp(),
        }
        dintero.record({ kind: 'subscription', subscription })
        return { status: 200, body: viewOf(subscription), effect: false }
      }),
    },
    {
      operation: 'list-subscriptions',
      method: 'GET',
      url,
      carryOut: withCaller(dintero, 'read', (caller, { params }): ProviderResponse => {
        if (params.aid !== caller.accountId) return forbidden
        const own = [...state.subscriptions.values()].filter(
          (subscription) => subscription.accountId === caller.accountId,
        )
        return { status: 200, body: own.map(viewOf), effect: false }
      }),
    },
    {
      operation: 'unsubscribe',
      method: 'DELETE',
      url: `${url}/:id`,
      carryOut: withCaller(dintero, 'write', (caller, { params }) => {
        const subscription = state.subscriptions.get(params.id)
        if (params.aid !== caller.accountId) return forbidden
        if (subscription?.accountId !== caller.accountId) {
          return errorResponse(404, 'Subscription not found', 'NOT FOUND')
        }
        dintero.record({ kind: 'unsubscription', id: params.id })
        return { status: 200, body: viewOf(subscription), effect: false }
      }),
    },
  ]
}

/** A subscription as it is read back: without its secret. */
function viewOf({ id, url, events, createdAt }: Subscription): object {
  return {
    id,
    active: true,
    config: { url, content_type: 'application/json', secret: { type: 'HMAC-SHA1' } },
    events,
    created_at: createdAt,
  }
}
