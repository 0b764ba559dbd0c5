import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import { saveConnection } from '@/lib/connections/save-connection'
import { readSecrets } from '@/lib/config/env'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { PROFILES } from '@/lib/providers/profiles'
import { connectSecret } from './connect-secret'
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
  const variables = PROFILES[provider].secretFields.map(({ variable }) => variable)
  const found = connectSecret(provider, readSecrets(variables))
  if (!found.ok) throw missing(found.missing)
  const saved = await saveConnection(database(), {
    provider,
    name,
    accountId: account,
    baseUrl: parsed.data['base-url'],
    secret: { ...found.secret, ...settings },
  })
  if (!saved.ok) {
    const { code, message = code } = saved.error
    throw new Error(`Nothing was stored: ${message}`)
  }
  const { isNew, webhookUrl } = saved.value
  console.log(
    isNew
      ? `${name} is connected. Import its transactions with npm run import.`
      : `${name} was connected already and has its new secret; its payments stay as they are.`,
  )
  if (webhookUrl !== null) console.log(`Address for its webhooks and callbacks: ${webhookUrl}`)
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
