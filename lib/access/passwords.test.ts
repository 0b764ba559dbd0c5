import { expect, it } from 'vitest'
import { hashPassword, isPasswordRight } from './passwords'

it('passwords: hashed with argon2id, a fresh salt and parameters above the usual minimum', async () => {
  const [first, second] = await Promise.all([hashPassword('secret'), hashPassword('secret')])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(first).not.toBe(second)
})

it('passwords: only the right one fits', async () => {
  const hash = await hashPassword('secret')
  expect(await isPasswordRight(hash, 'secret')).toBe(true)
  expect(await isPasswordRight(hash, 'Secret')).toBe(false)
})

/** No machine hashes with these parameters faster; a comparison alone takes microseconds. */
const LEAST_WORK_MS = 2

it('passwords: false without a hash, after the work of a whole verification', async () => {
  const unknown = await timed(() => isPasswordRight(null, 'wrong'))
  expect(unknown.answer).toBe(false)
  expect(unknown.ms).toBeGreaterThan(LEAST_WORK_MS)
})

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const started = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - started }
}
