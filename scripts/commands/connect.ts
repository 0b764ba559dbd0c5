import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import { findConnectionByName, type ConnectionRecord } from '@/db/queries/sync/connections'
import { restateConnection } from '@/lib/connections/replace-secret'
import { connectAccount, webhookUrlOf } from '@/lib/connections/connect-account'
import { readSecrets } from '@/lib/config/env'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import { connectSecret } from './connect-secret'
import { describeChangeFailure } from './connections/describe-change-failure'
import { connectUsage } from './connect-usage'

const options = z.object({
  provider: z.enum(PROVIDERS),
  name: z.string().trim().min(1),
  account: z.string().trim().min(1),
  'base-url': z.url({ protocol: /^https?$/ }),
  /** The settings that vary by account, as JSON; the provider's schema lists them. */
  settings: z
    .string()
    .default('{}')
    .transform((text, context) => parseSettings(text) ?? context.addIssue('must be JSON'))
    .pipe(z.record(z.string(), z.unknown())),
})

/**
 * Tests a connection and adds it, or replaces the secret of one that is there; nothing is stored
 * unless the provider accepts it.
 */
export async function connect(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { provider: text, name: text, account: text, 'base-url': text, settings: text },
  })
  const parsed = options.safeParse(values)
  if (!parsed.success) throw missing(parsed.error.issues.map((issue) => issue.path.join('.')))
  const { provider, name, account, settings } = parsed.data
  const variables = CONNECTION_FORMS[provider].secretFields.map(({ variable }) => variable)
  const found = connectSecret(provider, readSecrets(variables))
  if (!found.ok) throw missing(found.missing)
  const known = await findConnectionByName(database(), name)
  const secret = { ...found.secret, ...settings }
  const baseUrl = parsed.data['base-url']
  if (known?.provider === provider && known.accountId === accountIn(known, account)) {
    return replaceKnown(known, { secret, baseUrl })
  }
  const saved = await connectAccount(database(), {
    provider,
    name,
    accountId: account,
    baseUrl,
    secret,
  })
  if (!saved.ok) {
    throw new Error(`Nothing was stored: ${describeChangeFailure(saved.error)}`)
  }
  console.log(`${name} is connected. Import its transactions with npm run import.`)
  printWebhookUrl(saved.value.webhookUrl)
}

function printWebhookUrl(url: string | null): void {
  if (url !== null) console.log(`Address for its webhooks and callbacks: ${url}`)
}

/** The account as it is kept, where what was typed differs from it in blanks or case alone. */
function accountIn({ accountId }: ConnectionRecord, typed: string): string {
  return typed.replace(/\s/g, '').toLowerCase() === accountId.toLowerCase() ? accountId : typed
}

async function replaceKnown(
  { id, name, provider }: ConnectionRecord,
  stated: Parameters<typeof restateConnection>[1],
): Promise<void> {
  const request = { requestId: randomUUID(), reason: null, actor: null }
  const context = { database: database(), connectionId: id, seen: null, request }
  const changed = await restateConnection(context, stated)
  if (!changed.ok) throw new Error(`Nothing was stored: ${describeChangeFailure(changed.error)}`)
  console.log(
    `${name} was connected already and has its new secret; its payments stay as they are.`,
  )
  printWebhookUrl(webhookUrlOf({ id, provider }))
}

function missing(names: readonly string[]): Error {
  return new Error(`Missing or malformed: ${names.join(', ')}.\n\n${connectUsage()}`)
}

function parseSettings(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
