import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { createTestDatabase } from '@/testing/test-database'
import { Database } from '../client'
import { isDatabaseAnswering } from './health'

it('isDatabaseAnswering: is true for a database that answers', async () => {
  const made = await createTestDatabase()
  const database = new Database(made.url)
  expect(await isDatabaseAnswering(database, 5_000)).toBe(true)
  await database.close()
  await made.drop()
})

it('isDatabaseAnswering: is false, within its bound, for a database that does not answer', async () => {
  const mute = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => mute.once('listening', resolve))
  const address = mute.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const started = performance.now()
  expect(
    await isDatabaseAnswering(new Database(`postgres://127.0.0.1:${port ?? 0}/none`), 100),
  ).toBe(false)
  expect(performance.now() - started).toBeLessThan(2_000)
  mute.close()
})
