import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { findPerson } from '@/db/queries/access/list-people'
import { readSetting } from '@/db/queries/access/organization-settings'
import { listConnectionNames } from '@/db/queries/sync/connections'
import { env } from '@/lib/config/env'
import type { ConnectionName } from '@/lib/domain/access/person'
import type { SingleSignOn } from '@/lib/domain/access/single-sign-on'
import { logSecurityEvent } from '@/lib/observability/security-log'
import {
  handPersonOver,
  removeGroup,
  removeProvider,
  setEmergencyAdmin,
  setGroup,
  setProvider,
} from '@/lib/people/single-sign-on/change-single-sign-on'
import { checkIssuer } from '@/lib/access/single-sign-on/check-issuer'
import { CommandError, UsageError } from '../../describe-error'
import { describeSettingRefusal } from './describe-setting-refusal'
import { requestOf, required, scopeNamed } from './options'

/** The variable that holds the client's secret while it is set. */
const SECRET_VARIABLE = 'PAYDESK_OIDC_CLIENT_SECRET'

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const flag = { type: 'boolean', default: false } as const

const COMMANDS = new Map<string | undefined, (args: readonly string[]) => Promise<void>>(
  Object.entries({
    set,
    group,
    'local-passwords': localPasswords,
    'hand-over': handPerson,
    show,
    test,
    remove,
  }),
)

/** Runs one command of `npm run people -- single-sign-on` and prints what it did. */
export async function runSingleSignOn([name, ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS.get(name)
  if (command === undefined) {
    throw new UsageError(name === undefined ? 'Say what to do.' : 'There is no such command.')
  }
  await command(args)
}

async function set(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      issuer: text,
      'client-id': text,
      name: text,
      scopes: text,
      'groups-claim': text,
      'trust-email': text,
      'trust-second-factor': text,
      reason: text,
    },
  })
  const stated = {
    issuer: values.issuer,
    clientId: values['client-id'],
    clientSecret: process.env[SECRET_VARIABLE],
    name: values.name,
    scopes: values.scopes,
    groupsClaim: values['groups-claim'],
    trustsEmail: yesOrNo(values['trust-email'], '--trust-email'),
    trustsSecondFactor: yesOrNo(values['trust-second-factor'], '--trust-second-factor'),
  }
  await report((request) => setProvider(database(), stated, request), values.reason)
}

async function group(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      group: text,
      role: text,
      connection: texts,
      first: flag,
      remove: flag,
      reason: text,
    },
  })
  const name = required(values.group, '--group')
  if (values.remove) {
    await report((request) => removeGroup(database(), name, request), values.reason)
    return
  }
  const role = required(values.role, '--role')
  const scope = await scopeNamed(values.connection)
  const rule = { group: name, role, scope, isFirst: values.first }
  await report((request) => setGroup(database(), rule, request), values.reason)
}

async function localPasswords(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { on: flag, off: flag, 'emergency-admin': text, reason: text },
  })
  if (values.on === values.off) throw new UsageError('Say --on or --off.')
  const email = values.off ? required(values['emergency-admin'], '--emergency-admin') : null
  await report((request) => setEmergencyAdmin(database(), email, request), values.reason)
}

async function handPerson(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { email: text, reason: text } })
  const email = required(values.email, '--email')
  const request = requestOf(values.reason)
  const changed = await handPersonOver(database(), email, request)
  logChange(changed, request)
  if (!changed.ok) throw new CommandError(describeSettingRefusal(changed.refusal))
  console.log(`${email} signs in by single sign-on from now on, and has no password here any more.`)
}

async function show(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} })
  await showSettings(await readSetting(database(), 'single_sign_on'))
}

async function test(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} })
  const settings = await readSetting(database(), 'single_sign_on')
  if (settings === null) throw new CommandError(describeSettingRefusal('not_set'))
  const checked = await checkIssuer(settings.issuer)
  if (!checked.ok) throw new CommandError(describeSettingRefusal(checked.problem))
  console.log(`${checked.issuer} responds, and Paydesk can work with it.`)
  console.log('The client’s secret is tried when a person signs in.')
}

async function remove(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { reason: text } })
  await report((request) => removeProvider(database(), request), values.reason)
}

/** Makes a change, writes its security event and shows what is set by then. */
async function report(
  change: (request: ReturnType<typeof requestOf>) => ReturnType<typeof setProvider>,
  reason: string | undefined,
): Promise<void> {
  const request = requestOf(reason)
  const changed = await change(request)
  logChange(changed, request)
  if (!changed.ok) throw new CommandError(describeSettingRefusal(changed.refusal))
  if (!changed.isChanged) console.log('Nothing was changed.')
  await showSettings(changed.settings)
}

function logChange(
  changed: Awaited<ReturnType<typeof setProvider>>,
  { requestId }: ReturnType<typeof requestOf>,
): void {
  const outcome = changed.ok ? 'done' : changed.refusal
  const event = { event: 'single_sign_on_change', outcome, network: 'terminal', requestId } as const
  logSecurityEvent(event)
}

async function showSettings(settings: SingleSignOn | null): Promise<void> {
  if (settings === null) {
    console.log('Single sign-on is not set up. People sign in by password.')
    return
  }
  const { emergencyAdminId: id } = settings
  const names = await listConnectionNames(database(), 'all')
  const admin = id === null ? null : await findPerson(database(), id)
  const callback = new URL('/api/auth/callback/sso', env().NEXTAUTH_URL).href
  console.log(
    [
      `Name               ${settings.name}`,
      `Issuer             ${settings.issuer}`,
      `Client             ${settings.clientId}, with a secret`,
      `Redirect URI       ${callback}`,
      `Scopes             ${settings.scopes}`,
      `Groups claim       ${settings.groupsClaim}`,
      `E-mail addresses   ${settings.trustsEmail ? 'all count as checked by the issuer' : 'count where the issuer says that it has checked them'}`,
      `Second factor      ${settings.trustsSecondFactor ? 'the issuer asks everyone for one' : 'counts where the issuer says mfa'}`,
      `Local passwords    ${settings.localPasswords ? 'on' : `off, but for ${admin?.email ?? 'no one'}`}`,
      ...groupLines(settings, names),
    ].join('\n'),
  )
}

function groupLines({ groups }: SingleSignOn, names: readonly ConnectionName[]): readonly string[] {
  if (groups.length === 0) return ['Groups             none: no one gets in by single sign-on yet']
  return groups.map(({ group: name, role, scope }, index) => {
    const named = names.filter(({ id }) => scope !== 'all' && scope.includes(id))
    const seen = scope === 'all' ? 'all connections' : named.map((one) => one.name).join(', ')
    return (index === 0 ? 'Groups' : '').padEnd(19) + `“${name}”: ${role}, ${seen}`
  })
}

function yesOrNo(value: string | undefined, option: string): boolean | undefined {
  if (value === undefined) return undefined
  if (value !== 'yes' && value !== 'no') throw new UsageError(`${option} takes yes or no.`)
  return value === 'yes'
}
