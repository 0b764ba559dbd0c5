import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CommandError } from '../../describe-error'

export interface ChosenPassword {
  readonly password: string
  /** True when it was generated here, and must be shown. */
  readonly isGenerated: boolean
}

/** No password is nearly as long; a file that is piped in by mistake is not read to its end. */
const LONGEST_BYTES = 4_096
const WAIT_MS = 60_000

/** Letters and digits that are not taken for each other when they are read out or copied by hand. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 5
const GROUP_LENGTH = 5

/**
 * A password from standard input, without the line break at its end; at a terminal, or when it is
 * asked for, a generated one.
 * @throws CommandError when none arrives within a minute, or what arrives is no line of text
 */
export async function readPassword(
  input: NodeJS.ReadStream,
  wantsGenerated: boolean,
): Promise<ChosenPassword> {
  if (wantsGenerated || input.isTTY) return { password: generatePassword(), isGenerated: true }
  const bytes = await Promise.race([readAll(input), sleep(WAIT_MS, null, { ref: false })])
  if (bytes === null) {
    throw new CommandError(`No password arrived on standard input within ${WAIT_MS / 1000} s.`)
  }
  const password = decode(bytes).replace(/\r?\n$/, '')
  if (password === '') {
    throw new CommandError(
      'No password arrived on standard input. Pipe it in, or use --generate-password.',
    )
  }
  return { password, isGenerated: false }
}

async function readAll(input: NodeJS.ReadStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of input) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > LONGEST_BYTES)
      throw new CommandError('What arrived on standard input is no password.')
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError('The password on standard input is not UTF-8 text.')
  }
}

/** A random password of some 120 bits, in groups that can be read out. */
function generatePassword(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
