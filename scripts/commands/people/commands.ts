import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { listPeople } from '@/db/queries/access/list-people'
import { listConnectionNames } from '@/db/queries/sync/connections'
import { LIMITS } from '@/lib/config/limits'
import { addPerson } from '@/lib/people/add-person'
import {
  changePassword,
  changeRole,
  changeScope,
  disablePerson,
  enablePerson,
  resetSecondFactor,
  signOutPerson,
  type ChangedPerson,
  type PersonTarget,
} from '@/lib/people/change-person'
import type { PersonResult } from '@/lib/people/person-rules'
import { requireSecondFactor } from '@/lib/people/require-second-factor'
import { requireStepUp } from '@/lib/people/require-step-up'
import { unlockPerson } from '@/lib/people/unlock-person'
import { CommandError, UsageError } from '../../describe-error'
import { describeRefusal } from './describe-refusal'
import { listTable } from './list-table'
import { requestOf, required, scopeNamed } from './options'
import { readPassword, type ChosenPassword } from './read-password'
import { describeStepUp, readStepUp } from './read-step-up'
import { runSingleSignOn } from './single-sign-on'

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const flag = { type: 'boolean', default: false } as const

const COMMANDS = new Map<string | undefined, (args: readonly string[]) => Promise<void>>(
  Object.entries({
    add,
    list,
    role,
    connections,
    password,
    unlock,
    disable: simple(disablePerson, 'is disabled', 'was disabled already'),
    enable: simple(enablePerson, 'can sign in again', 'is not disabled'),
    'sign-out': simple(signOutPerson, 'is signed out', 'is signed out'),
    'reset-second-factor': simple(
      resetSecondFactor,
      'has no second factor any more',
      'has no second factor',
    ),
    'require-second-factor': demandSecondFactor,
    'step-up': demandStepUp,
    'single-sign-on': runSingleSignOn,
  }),
)

/** Runs one command of `npm run people` and prints what it did. */
export async function runPeopleCommand([name, ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS.get(name)
  if (command === undefined) {
    throw new UsageError(name === undefined ? 'Say what to do.' : 'There is no such command.')
  }
  await command(args)
}

async function add(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      email: text,
      name: text,
      role: text,
      connection: texts,
      reason: text,
      'generate-password': flag,
    },
  })
  const email = required(values.email, '--email')
  const name = required(values.name, '--name')
  const roleName = required(values.role, '--role')
  const request = requestOf(values.reason)
  const scope = await scopeNamed(values.connection)
  const chosen = await readPassword(process.stdin, values['generate-password'])
  const person = { email, name, role: roleName, scope, password: chosen.password }
  const added = valueOf(await addPerson(database(), person, request))
  console.log(`${added.name} <${added.email}> can sign in now, in the role ${added.role}.`)
  showGenerated(chosen)
}

async function list(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} })
  const { peopleListed } = LIMITS.access
  const people = await listPeople(database(), peopleListed + 1)
  if (people.length === 0) {
    console.log('There are no people yet. npm run people -- add makes one.')
    return
  }
  const names = await listConnectionNames(database(), 'all')
  console.log(listTable(people.slice(0, peopleListed), names))
  if (people.length > peopleListed) console.log(`These are the first ${peopleListed}.`)
}

async function role(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { email: text, role: text, reason: text },
  })
  const roleName = required(values.role, '--role')
  const changed = valueOf(await changeRole(database(), targetOf(values), roleName))
  report(changed, `has the role ${roleName} now`, `has the role ${roleName} already`)
}

async function connections(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { email: text, connection: texts, all: flag, reason: text },
  })
  if (values.all === (values.connection !== undefined)) {
    throw new UsageError('Say --all, or --connection once for each.')
  }
  const target = targetOf(values)
  const scope = await scopeNamed(values.connection)
  const changed = valueOf(await changeScope(database(), target, scope))
  report(changed, 'sees these connections now', 'sees just these connections already')
}

async function password(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { email: text, reason: text, 'generate-password': flag },
  })
  const target = targetOf(values)
  const chosen = await readPassword(process.stdin, values['generate-password'])
  const changed = valueOf(await changePassword(database(), target, chosen.password))
  report(changed, 'has another password', '')
  showGenerated(chosen)
}

async function unlock(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { email: text, address: text, reason: text },
  })
  const unlocked = valueOf(await unlockPerson(database(), targetOf(values), values.address ?? null))
  const isAs = unlocked.isChanged ? 'can try to sign in again' : 'had no failed sign-ins'
  console.log(`${unlocked.email} ${isAs}.`)
}

async function demandSecondFactor(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { roles: text, reason: text } })
  const named = required(values.roles, '--roles')
  const names = named === 'none' ? [] : named.split(',').map((name) => name.trim())
  const request = requestOf(values.reason)
  const { roles, isChanged } = valueOf(await requireSecondFactor(database(), names, request))
  const now = isChanged ? 'now' : 'as before'
  if (roles.length === 0) console.log(`No role needs a second factor ${now}.`)
  else console.log(`These roles need a second factor ${now}: ${roles.join(', ')}.`)
}

async function demandStepUp(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'refunds-above': text, for: text, reason: text },
  })
  const refunds = required(values['refunds-above'], '--refunds-above')
  const setting = readStepUp(refunds, required(values.for, '--for'))
  const { isChanged } = valueOf(await requireStepUp(database(), setting, requestOf(values.reason)))
  const now = isChanged ? 'now' : 'as before'
  console.log(`A fresh second factor is needed ${now} for: ${describeStepUp(setting)}.`)
}

/** A command that takes nothing but the person and a reason. */
function simple(
  change: (
    db: ReturnType<typeof database>,
    of: PersonTarget,
  ) => Promise<PersonResult<ChangedPerson>>,
  done: string,
  same: string,
) {
  return async (args: readonly string[]): Promise<void> => {
    const { values } = parseArgs({ args: [...args], options: { email: text, reason: text } })
    report(valueOf(await change(database(), targetOf(values))), done, same)
  }
}

function targetOf(values: { readonly email?: string; readonly reason?: string }): PersonTarget {
  const person = { email: required(values.email, '--email') }
  return { person, request: requestOf(values.reason) }
}

function valueOf<T>(result: PersonResult<T>): T {
  if (!result.ok) throw new CommandError(describeRefusal(result.refusal))
  return result.value
}

function report(changed: ChangedPerson, done: string, same: string): void {
  const { email, isChanged, sessionsEnded } = changed
  const ended = sessionsEnded === 0 ? '' : ` Sessions ended: ${sessionsEnded}.`
  console.log(isChanged ? `${email} ${done}.${ended}` : `${email} ${same}. Nothing was changed.`)
}

function showGenerated({ password: generated, isGenerated }: ChosenPassword): void {
  if (isGenerated) console.log(`Password, shown this once: ${generated}`)
}
