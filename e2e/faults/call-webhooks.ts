import { DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import type { WebhooksSent } from './diary'
import { SHORT_LIMITS } from './limits'
import type { Payment } from './payment'
import type { WebhookCall } from './variants'
import type { World } from './world'

/** The order reference in webhooks that nobody may believe. */
export const FORGED_REFERENCE = 'forged'
const LONG_AGO = { status: 'AUTHORIZED', updated_at: '2020-01-01T00:00:00.000Z' }

interface Scene {
  readonly world: World
  readonly payment: Payment
  readonly place: number
  readonly hit: () => void
}

/** Lets the provider call about a payment, and counts a fault that has come to pass. */
export async function callWebhooks(scene: Scene, how: WebhookCall): Promise<WebhooksSent> {
  const { providerId } = scene.payment
  const genuine = { providerId, refusals: [] }
  switch (how) {
    case 'duplicated': {
      const statuses = await call(scene, { times: 3 })
      if (statuses.filter(isTaken).length > 1) scene.hit()
      return { ...genuine, sent: 1, taken: statuses.some(isTaken) ? 1 : 0 }
    }
    case 'late': {
      const statuses = [...(await call(scene, {})), ...(await call(scene, { claims: LONG_AGO }))]
      if (statuses.every(isTaken)) scene.hit()
      return { ...genuine, sent: 2, taken: statuses.filter(isTaken).length }
    }
    case 'forged':
    case 'oversized': {
      const claims = { merchant_reference: FORGED_REFERENCE, status: 'CAPTURED' }
      const spoiled = how === 'forged' ? { forged: true } : { padBytes: TOO_MANY_BYTES }
      const refusals = await call(scene, { ...spoiled, claims })
      if (!refusals.includes(null)) scene.hit()
      return { providerId, sent: 0, taken: 0, refusals }
    }
    case 'killed': {
      const [status = null] = await callAndKill(scene)
      return { ...genuine, sent: 1, taken: isTaken(status) ? 1 : 0 }
    }
  }
}

const TOO_MANY_BYTES = SHORT_LIMITS.webhook.bodyBytes + 1

/** The instance dies when the webhook is stored and nobody has heard of it. */
async function callAndKill(scene: Scene): Promise<(number | null)[]> {
  const { world, payment, hit } = scene
  const place = world.instances.length - 1
  const undo = world.database.rules.add({
    ...{ statement: 'webhook', key: payment.providerId, action: 'freeze-after' },
    onHit: (frozen) => world.freezer.killAt(frozen.place, hit),
  })
  const statuses = await call({ ...scene, place }, {})
  undo()
  return statuses
}

function isTaken(status: number | null): boolean {
  return status === 200
}

type Wish = Omit<Parameters<World['sandbox']['control']['sendWebhooks']>[1], 'url' | 'secret'>

async function call({ world, payment, place }: Scene, wish: Wish): Promise<(number | null)[]> {
  const url = await world.instances[place]?.webhookUrl(world.connections.main)
  if (url === undefined) throw new Error(`there is no instance ${place}`)
  const { statuses } = await world.sandbox.control.sendWebhooks(payment.providerId, {
    ...{ ...wish, url, secret: DEMO_WEBHOOK_SECRET },
  })
  return statuses
}
