import { parseArgs } from 'node:util'
import { z } from 'zod'
import { database } from '@/db/client'
import { PROVIDERS } from '@/lib/domain/provider'
import { saveConnection } from '@/lib/operations/save-connection'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

const USAGE = `npm run connect -- --provider dintero --name "My shop" --account T12345678 \\
  --base-url https://checkout.dintero.com/v1
npm run connect -- --provider bambora-native --name "My app" --account T555000111 \\
  --base-url https://api.bambora.com/v1
The API client comes from CONNECT_CLIENT_ID and CONNECT_CLIENT_SECRET, so that it is in no shell history.
So do the secrets with which the provider signs its calls to us, where there are such:
CONNECT_WEBHOOK_SECRET of the account's webhooks, CONNECT_CALLBACK_SECRET of the payments' callbacks.`

const wish = z.object({
  provider: z.enum(PROVIDERS),
  name: z.string().min(1),
  account: z.string().min(1),
  'base-url': z.url({ protocol: /^https?$/ }),
  CONNECT_CLIENT_ID: z.string().min(1),
  CONNECT_CLIENT_SECRET: z.string().min(1),
  CONNECT_WEBHOOK_SECRET: z.string().min(1).optional(),
  CONNECT_CALLBACK_SECRET: z.string().min(1).optional(),
})

/** Tests and adds a connection; nothing is stored unless the provider accepts it. */
async function main(): Promise<void> {
  loadEnvFile(inProject('.env'))
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { provider: text, name: text, account: text, 'base-url': text },
  })
  const parsed = wish.safeParse({ ...process.env, ...values })
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.'))
    throw new Error(`Missing or malformed: ${names.join(', ')}.\n\n${USAGE}`)
  }
  const { provider, name, account, CONNECT_CLIENT_ID, CONNECT_CLIENT_SECRET } = parsed.data
  const { CONNECT_WEBHOOK_SECRET: webhookSecret, CONNECT_CALLBACK_SECRET: callbackSecret } =
    parsed.data
  const saved = await saveConnection(database(), {
    ...{ provider, name, accountId: account, baseUrl: parsed.data['base-url'] },
    isTest: account.startsWith('T'),
    secret: {
      ...{ clientId: CONNECT_CLIENT_ID, clientSecret: CONNECT_CLIENT_SECRET },
      ...(webhookSecret !== undefined && { webhookSecret }),
      ...(callbackSecret !== undefined && { callbackSecret }),
    },
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

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
