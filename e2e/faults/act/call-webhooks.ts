import type { WebhooksSent } from '../model/recorder'
import { groupBy } from '../model/group-by'
import type { Payment } from '../model/payment'
import type { GenuineCall, Webhooks } from '../plan/participant'
import type { WebhookCall } from '../plan/variant'
import type { World } from '../world/world'

interface FaultContext {
  readonly world: World
  readonly payment: Payment
  readonly instanceIndex: number
  readonly hit: () => void
}

type Statuses = readonly (number | null)[]

/** Makes the provider call about a payment, and counts the fault once it has happened. */
export async function callWebhooks(
  context: FaultContext,
  how: WebhookCall,
): Promise<WebhooksSent[]> {
  const { world, payment, hit } = context
  const { webhooks } = world.participant
  if (webhooks === null) throw new Error(`${world.participant.provider} never calls`)
  const { providerId } = payment
  const all = await webhooks.genuine(world.sandbox.control, providerId)
  switch (how) {
    case 'duplicated': {
      const [newest] = await callEach(context, all.slice(0, 1), { times: 3 })
      if (newest !== undefined && newest.statuses.filter(isAccepted).length > 1) hit()
      return groupBySubject(newest === undefined ? [] : [newest])
    }
    case 'late': {
      const calls = await callEach(context, all, {})
      if (calls.every(({ statuses }) => statuses.every(isAccepted))) hit()
      return groupBySubject(calls)
    }
    case 'forged':
    case 'oversized': {
      const refusals = await call(context, providerId, rejectedCallOptions(webhooks, how))
      if (!refusals.includes(null)) hit()
      return [{ subject: providerId, sent: [], accepted: [], refusals }]
    }
    case 'killed':
      return groupBySubject(await callAndKill(context, all.slice(0, 1)))
  }
}

function rejectedCallOptions(webhooks: Webhooks, how: 'forged' | 'oversized'): object {
  const options = webhooks[how]
  if (options === null) throw new Error('calls without a body are never oversized')
  return options
}

/** A genuine call and the status of each response; null when none came. */
interface CallResult extends Pick<GenuineCall, 'subject' | 'content'> {
  readonly statuses: Statuses
}

function groupBySubject(calls: readonly CallResult[]): WebhooksSent[] {
  const contents = (some: readonly CallResult[]): string[] => some.map(({ content }) => content)
  return [...groupBy(calls, ({ subject }) => subject)].map(([subject, group]) => {
    const accepted = group.filter(({ statuses }) => statuses.some(isAccepted))
    return { subject, sent: contents(group), accepted: contents(accepted), refusals: [] }
  })
}

/** Kills the instance after the webhook is stored and before the provider gets its response. */
async function callAndKill(
  context: FaultContext,
  calls: readonly GenuineCall[],
): Promise<CallResult[]> {
  const { world, payment, hit } = context
  const instanceIndex = world.instances.length - 1
  const key = calls[0]?.subject ?? payment.providerId
  const undo = world.database.rules.add({
    statement: 'webhook',
    key,
    action: 'freeze-after',
    onHit: (frozen) => world.freezer.killAt(frozen.instanceIndex, hit),
  })
  const results = await callEach({ ...context, instanceIndex }, calls, {})
  undo()
  return results
}

function isAccepted(status: number | null): boolean {
  return status === 200
}

async function callEach(
  context: FaultContext,
  calls: readonly GenuineCall[],
  rest: object,
): Promise<CallResult[]> {
  const results: CallResult[] = []
  for (const { id, subject, content, options } of calls) {
    results.push({ subject, content, statuses: await call(context, id, { ...options, ...rest }) })
  }
  return results
}

async function call(
  { world, instanceIndex }: FaultContext,
  id: string,
  options: object,
): Promise<Statuses> {
  const { provider } = world.participant
  const url = await world.instances[instanceIndex]?.webhookUrl(provider, world.connections.main)
  if (url === undefined) throw new Error(`there is no instance ${instanceIndex}`)
  const path = `${provider}/transactions/${encodeURIComponent(id)}/webhook`
  const answer = await world.sandbox.control.call<{ statuses: Statuses }>('POST', path, {
    ...options,
    url,
  })
  return answer.statuses
}
