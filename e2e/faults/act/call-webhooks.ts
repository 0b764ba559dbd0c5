import type { WebhooksSent } from '../model/diary'
import { groupBy } from '../model/group-by'
import type { Payment } from '../model/payment'
import type { GenuineCall, Webhooks } from '../plan/participant'
import type { WebhookCall } from '../plan/variant'
import type { World } from '../world/world'

interface Scene {
  readonly world: World
  readonly payment: Payment
  readonly place: number
  readonly hit: () => void
}

type Statuses = readonly (number | null)[]

/** Lets the provider call about a payment, and counts a fault that has come to pass. */
export async function callWebhooks(scene: Scene, how: WebhookCall): Promise<WebhooksSent[]> {
  const { world, payment, hit } = scene
  const { webhooks } = world.participant
  if (webhooks === null) throw new Error(`${world.participant.provider} never calls`)
  const { providerId } = payment
  const all = await webhooks.genuine(world.sandbox.control, providerId)
  switch (how) {
    case 'duplicated': {
      const [newest] = await callEach(scene, all.slice(0, 1), { times: 3 })
      if (newest !== undefined && newest.statuses.filter(isTaken).length > 1) hit()
      return told(newest === undefined ? [] : [newest])
    }
    case 'late': {
      const calls = await callEach(scene, all, {})
      if (calls.every(({ statuses }) => statuses.every(isTaken))) hit()
      return told(calls)
    }
    case 'forged':
    case 'oversized': {
      const refusals = await call(scene, providerId, falseWish(webhooks, how))
      if (!refusals.includes(null)) hit()
      return [{ subject: providerId, sent: [], taken: [], refusals }]
    }
    case 'killed':
      return told(await callAndKill(scene, all.slice(0, 1)))
  }
}

function falseWish(webhooks: Webhooks, how: 'forged' | 'oversized'): object {
  const wish = webhooks[how]
  if (wish === null) throw new Error('calls without a body are never oversized')
  return wish
}

/** A genuine call and its answers. */
interface Called extends Pick<GenuineCall, 'subject' | 'content'> {
  readonly statuses: Statuses
}

function told(calls: readonly Called[]): WebhooksSent[] {
  const contents = (some: readonly Called[]): string[] => some.map(({ content }) => content)
  return [...groupBy(calls, ({ subject }) => subject)].map(([subject, group]) => {
    const taken = group.filter(({ statuses }) => statuses.some(isTaken))
    return { subject, sent: contents(group), taken: contents(taken), refusals: [] }
  })
}

/** The instance dies when the webhook is stored and nobody has heard of it. */
async function callAndKill(scene: Scene, calls: readonly GenuineCall[]): Promise<Called[]> {
  const { world, payment, hit } = scene
  const place = world.instances.length - 1
  const key = calls[0]?.subject ?? payment.providerId
  const undo = world.database.rules.add({
    ...{ statement: 'webhook', key, action: 'freeze-after' },
    onHit: (frozen) => world.freezer.killAt(frozen.place, hit),
  })
  const called = await callEach({ ...scene, place }, calls, {})
  undo()
  return called
}

function isTaken(status: number | null): boolean {
  return status === 200
}

async function callEach(
  scene: Scene,
  calls: readonly GenuineCall[],
  rest: object,
): Promise<Called[]> {
  const called: Called[] = []
  for (const { id, subject, content, wish } of calls) {
    called.push({ subject, content, statuses: await call(scene, id, { ...wish, ...rest }) })
  }
  return called
}

async function call({ world, place }: Scene, id: string, wish: object): Promise<Statuses> {
  const { provider } = world.participant
  const url = await world.instances[place]?.webhookUrl(provider, world.connections.main)
  if (url === undefined) throw new Error(`there is no instance ${place}`)
  const path = `${provider}/transactions/${encodeURIComponent(id)}/webhook`
  const answer = await world.sandbox.control.call<{ statuses: Statuses }>('POST', path, {
    ...{ ...wish, url },
  })
  return answer.statuses
}
