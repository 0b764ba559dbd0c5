import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import { PROVIDERS } from '@/lib/domain/provider'
import { saveConnection } from '@/lib/operations/save-connection'
import { connectSecret } from './connect-secret'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

const USAGE = `npm run connect -- --provider dintero --name "My shop" --account T12345678 \\
  --base-url https://checkout.dintero.com/v1
npm run connect -- --provider bambora-checkout --name "My shop" --account T123456789 \\
  --base-url https://merchant-v1.api-eu.bambora.com
npm run connect -- --provider bambora-native --name "My app" --account T555000111 \\
  --base-url https://api.bambora.com/v1
npm run connect -- --provider oppwa --name "My shop" --account <entity id> \\
  --base-url https://eu-test.oppwa.com --settings '{"dateSearch":true,"multipleCaptures":false}'
Secrets come from the environment, so that they are in no shell history. Dintero: CONNECT_CLIENT_ID,
CONNECT_CLIENT_SECRET and, for the calls that it signs, CONNECT_WEBHOOK_SECRET of the account's webhooks and
CONNECT_CALLBACK_SECRET of the payments' callbacks. Bambora Checkout: CONNECT_ACCESS_TOKEN,
CONNECT_SECRET_TOKEN and, to take callbacks, CONNECT_MD5_KEY. Bambora Native: CONNECT_CLIENT_ID and
CONNECT_CLIENT_SECRET. Open Payment Platform:
CONNECT_ACCESS_TOKEN, CONNECT_ENVIRONMENT (test or live) and, to take webhooks, CONNECT_WEBHOOK_KEY.`

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
  return new Error(`Missing or malformed: ${names.join(', ')}.\n\n${USAGE}`)
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
