import type { Ask } from '../model/messages'
import { chooseAsk } from './choose-ask'
import { say, type Scene } from './scene'

/** Two people at two instances ask for something at the same moment. */
export async function twoPeople(scene: Scene): Promise<void> {
  const { world, random, payment } = scene
  const other = chooseAsk(world.participant, random, payment, random.uuid())
  scene.hit()
  if (other === null) return say(scene)
  const rival = random.pick(world.people.filter((person) => person !== scene.actor))
  const elsewhere = { ...scene, ask: other, actor: rival, place: scene.place === 0 ? 1 : 0 }
  await Promise.all([say(scene), say(elsewhere)])
}

/** One person captures while another voids. */
export async function captureAgainstVoid(scene: Scene): Promise<void> {
  const { world, random, payment } = scene
  const release = chooseAsk(world.participant, random, payment, random.uuid(), ['void'])
  scene.hit()
  if (release === null) return say(scene)
  await Promise.all([say(scene), say({ ...scene, ask: release, place: scene.place === 0 ? 1 : 0 })])
}

/** The same dialog is sent several times at once; with other input it is a broken client. */
export async function doubleClick(scene: Scene, otherInput: boolean): Promise<void> {
  const again = otherInput ? withOtherAmount(scene.ask) : scene.ask
  scene.hit()
  await Promise.all([
    say(scene),
    say({ ...scene, ask: again, place: scene.place === 0 ? 1 : 0 }),
    say({ ...scene, ask: again }),
  ])
}

function withOtherAmount(ask: Ask): Ask {
  if (ask.kind !== 'capture' && ask.kind !== 'refund') return ask
  const choice = { mode: 'amount', amountMinor: 1 } as const
  return ask.kind === 'capture'
    ? { kind: 'capture', input: { ...ask.input, choice } }
    : { kind: 'refund', input: { ...ask.input, choice } }
}
