import { beforeAll, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { setTestEnvironment } from '@/testing/test-environment'
import { runSlots } from './run-slots'

beforeAll(() => setTestEnvironment())
const database = new Database('postgres://127.0.0.1/none')

/** Works through a queue in two slots until all is begun; a work of `Infinity` never ends. */
async function work(queue: number[], failures = 0) {
  const stop = new AbortController()
  const begun: number[] = []
  const mostAtOnce: number[] = []
  let running = 0
  const begin = (_: Database, free: number) => {
    if (failures > 0) {
      failures -= 1
      return Promise.reject(new Error('the database is down'))
    }
    const claimed = queue.splice(0, free)
    begun.push(...claimed)
    running += claimed.length
    mostAtOnce.push(running)
    if (queue.length === 0) stop.abort()
    return Promise.resolve(
      claimed.map((takesMs) =>
        takesMs === Infinity
          ? new Promise<void>(() => undefined)
          : new Promise<void>((resolve) => setTimeout(resolve, takesMs)).then(() => {
              running -= 1
            }),
      ),
    )
  }
  const slots = { name: 'repair' as const, begin, slots: 2, pauseMs: 1 }
  void runSlots(database, slots, stop.signal)
  await new Promise((resolve) => stop.signal.addEventListener('abort', resolve))
  return { begun, most: Math.max(...mostAtOnce) }
}

describe('work in slots', () => {
  it('goes on beside what takes long', async () => {
    const { begun } = await work([Infinity, 1, 2, 3, 4])
    expect(begun).toEqual([Infinity, 1, 2, 3, 4])
  })

  it('is never more at a time than there are slots', async () => {
    expect((await work([5, 1, 5, 1, 1, 5, 1])).most).toBe(2)
  })

  it('goes on after a beginning that failed', async () => {
    expect((await work([1, 2, 3], 2)).begun).toEqual([1, 2, 3])
  })
})
