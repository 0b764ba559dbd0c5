import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { beginStopping, endBeforeStop, stoppingSignal, untilNothingUnderWay } from './stopping'

it('stopping: is known to whoever asked before, and to whoever asks later', () => {
  const before = stoppingSignal()
  expect(before.aborted).toBe(false)
  beginStopping()
  expect([before.aborted, stoppingSignal().aborted]).toEqual([true, true])
})

it('stopping: waits for what is under way, for what begins meanwhile, and for what fails', async () => {
  const ended: string[] = []
  const work = (name: string, ms: number) =>
    endBeforeStop(async () => {
      await sleep(ms)
      ended.push(name)
    })
  void work('first', 100)
  const failing = endBeforeStop(async () => {
    await sleep(20)
    throw new Error('refused')
  })
  setTimeout(() => void work('second', 200), 50)
  const all = untilNothingUnderWay()
  await expect(failing).rejects.toThrow('refused')
  await all
  expect(ended).toEqual(['first', 'second'])
  await untilNothingUnderWay()
})
