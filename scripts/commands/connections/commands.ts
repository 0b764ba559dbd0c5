import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import {
  findConnection,
  findConnectionByName,
  listConnections,
  type ConnectionRecord,
} from '@/db/queries/sync/connections'
import { readSecrets } from '@/lib/config/env'
import {
  removeConnection,
  renameConnection,
  setConnectionState,
} from '@/lib/connections/change-connection'
import { checkConnection } from '@/lib/connections/check-connection'
import { checkOf, listConnectionHealth } from '@/lib/connections/list-connection-health'
import { changeSettings, replaceSecret, settingsOf } from '@/lib/connections/replace-secret'
import type { Result } from '@/lib/domain/operation/result'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import { CommandError, UsageError } from '../../describe-error'
import { describeChangeFailure } from './describe-change-failure'
import { describeFault, describeHealth } from './describe-health'

const text = { type: 'string' } as const
const OPTIONS = { name: text, to: text, settings: text, confirm: text, reason: text }

type Values = Readonly<Partial<Record<keyof typeof OPTIONS, string>>>
type Command = (connection: ConnectionRecord, values: Values) => Promise<string>

const COMMANDS = new Map<string | undefined, Command>(
  Object.entries({ rename, disable, enable, secret, settings, remove }),
)

/** Runs one command of `npm run connections` and prints what it did. */
export async function runConnectionsCommand([name, ...args]: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (name === 'list') return list()
  if (name === 'check') return check(values)
  const command = COMMANDS.get(name)
  if (command === undefined) {
    throw new UsageError(name === undefined ? 'Say what to do.' : 'There is no such command.')
  }
  console.log(await command(await connectionNamed(values.name), values))
}

async function list(): Promise<void> {
  const connections = await listConnectionHealth(database(), 'all')
  if (connections.length === 0) console.log('There are none yet. npm run connect makes one.')
  for (const connection of connections) console.log(describeHealth(connection).join('\n  '))
}

/** Tests one connection, or each that is enabled, and prints what was found; fails when one does not work. */
async function check({ name }: Values): Promise<void> {
  const tested =
    name === undefined
      ? (await listConnections(database())).filter(({ disabledAt }) => disabledAt === null)
      : [await connectionNamed(name)]
  let failing = 0
  for (const connection of tested) {
    if (connection.closedAt !== null) throw new CommandError(`${connection.name} was removed.`)
    await checkConnection(database(), connection.id)
    const { fault, detail } = checkOf(
      (await findConnection(database(), connection.id)) ?? connection,
    )
    if (fault !== null) failing += 1
    const words = fault === null ? 'works.' : `does not work. ${describeFault(fault, detail)}`
    console.log(`${connection.name} ${words}`)
  }
  if (failing > 0) throw new CommandError(`Connections that do not work: ${failing}.`)
}

async function rename(connection: ConnectionRecord, { to, reason }: Values): Promise<string> {
  if (to === undefined) throw new UsageError('Say the new name with --to.')
  const { isChanged } = valueOf(await renameConnection(contextOf(connection, reason), to))
  return isChanged ? `${connection.name} is called ${to.trim()} now.` : 'That is its name already.'
}

async function disable(connection: ConnectionRecord, { reason }: Values): Promise<string> {
  const { isChanged } = valueOf(await setConnectionState(contextOf(connection, reason), false))
  const words = isChanged ? 'is disabled; what is open is still settled' : 'was disabled already'
  return `${connection.name} ${words}.`
}

async function enable(connection: ConnectionRecord, { reason }: Values): Promise<string> {
  const { isChanged } = valueOf(await setConnectionState(contextOf(connection, reason), true))
  return `${connection.name} ${isChanged ? 'is enabled' : 'is not disabled'}.`
}

async function secret(connection: ConnectionRecord, { reason }: Values): Promise<string> {
  const { secretFields } = CONNECTION_FORMS[connection.provider]
  const read = readSecrets(secretFields.map(({ variable }) => variable))
  const fields = Object.fromEntries(
    secretFields.map(({ field, variable }) => [field, read[variable] ?? '']),
  )
  const { isChanged } = valueOf(await replaceSecret(contextOf(connection, reason), fields))
  return isChanged
    ? `${connection.name} has its new secret; webhooks signed with the one before count for a day.`
    : `${connection.name} has that secret already.`
}

const settingsOption = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
)

async function settings(connection: ConnectionRecord, values: Values): Promise<string> {
  const stated = settingsOption.safeParse(parseJson(values.settings ?? ''))
  if (!stated.success) throw new UsageError('Say the settings as JSON, with --settings.')
  const wanted = Object.entries({ ...settingsOf(connection), ...stated.data })
  const set = wanted.flatMap(([field, value]) => (value === null ? [] : [[field, value] as const]))
  const context = contextOf(connection, values.reason)
  const { isChanged } = valueOf(await changeSettings(context, Object.fromEntries(set)))
  return `${connection.name} ${isChanged ? 'has its new settings' : 'is set like that already'}.`
}

async function remove(connection: ConnectionRecord, values: Values): Promise<string> {
  const { confirm, reason } = values
  if (confirm === undefined) throw new UsageError('Say its name once more, with --confirm.')
  const { isGone } = valueOf(await removeConnection(contextOf(connection, reason), confirm))
  return isGone
    ? `${connection.name} is gone; it had no payment.`
    : `${connection.name} is removed for good; its payments and their history stay.`
}

async function connectionNamed(name: string | undefined): Promise<ConnectionRecord> {
  if (name === undefined) throw new UsageError('Say which connection, with --name.')
  const connection = await findConnectionByName(database(), name)
  if (connection !== null) return connection
  throw new CommandError(`There is no connection “${name}”. npm run connections -- list has all.`)
}

function contextOf({ id }: ConnectionRecord, reason: string | undefined) {
  const request = { requestId: randomUUID(), reason: reason ?? null, actor: null }
  return { database: database(), connectionId: id, seen: null, request }
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CommandError(describeChangeFailure(result.error))
}

function parseJson(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return null
  }
}
