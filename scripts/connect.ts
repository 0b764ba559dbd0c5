import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import { saveConnection } from '@/lib/connections/save-connection'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { connectSecret } from './connect-secret'
import { connectUsage } from './connect-usage'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

const wish = z.object({
  provider: z.enum(PROVIDERS),
  name: z.string().min(1),
  account: z.string().min(1),
  'base-url': z.url({ protocol: /^https?$/ }),
  /** What varies by account, as JSON; the provider's settings say what there is. */
  settings: z
    .string()
    .default('{}')
    .transform((text, context) => parseSettings(text) ?? context.addIssue('must be JSON'))
    .pipe(z.record(z.string(), z.unknown())),
})

/** Tests and adds a connection; nothing is stored unless the provider accepts it. */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { provider: text, name: text, account: text, 'base-url': text, settings: text },
  })
  const parsed = wish.safeParse(values)
  if (!parsed.success) throw missing(parsed.error.issues.map((issue) => issue.path.join('.')))
  const { provider, name, account, settings } = parsed.data
  const found = connectSecret(provider, process.env)
  if (!found.ok) throw missing(found.missing)
  const { secret } = found
  const saved = await saveConnection(database(), {
    ...{ provider, name, accountId: account, baseUrl: parsed.data['base-url'] },
    isTest: 'environment' in secret ? secret.environment === 'test' : account.startsWith('T'),
    secret: { ...secret, ...settings },
  })
  await database().close()
  if (!saved.ok) {
    const { code, message = code } = saved.error
    throw new Error(`Nothing was stored: ${message}`)
  }
  console.log(`${name} is connected. Import its transactions with npm run import.`)
  const { webhookUrl } = saved.value
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

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
