import type { Prng } from '../../prng'

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const ID_LENGTH = 22

/** Returns whole numbers from `low` to `high`. */
type RandomInts = Pick<Prng, 'int'>

/** An id of a transaction or session: account and 22 characters (fact sheet §1). */
export function makeObjectId(random: RandomInts, accountId: string): string {
  let tail = ''
  for (let index = 0; index < ID_LENGTH; index += 1) tail += BASE58.charAt(random.int(0, 57))
  return `${accountId}.${tail}`
}

/** A random-looking UUID. */
export function makeUuid(random: RandomInts): string {
  const hex = (count: number): string =>
    Array.from({ length: count }, () => random.int(0, 15).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(random.int(0, 3))}${hex(3)}-${hex(12)}`
}
