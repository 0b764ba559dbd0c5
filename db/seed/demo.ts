import { Database } from '@/db/client'
import { upsertConnection } from '@/db/queries/connections'
import { sealSecret } from '@/lib/config/secret-box'
import { seedDemoPeople } from './demo-people'

export interface DemoSeed {
  readonly databaseUrl: string
  /** 32 bytes in base64. */
  readonly encryptionKey: string
  /** Origin of the sandbox, such as `http://127.0.0.1:4010`. */
  readonly sandboxUrl: string
}

export interface DemoSignIn {
  readonly email: string
  readonly password: string
  readonly role: string
}

/** What a sandbox must sign its calls with, for the demo's connection to take them. */
export const DEMO_WEBHOOK_SECRET = 'paydesk-demo-webhooks'
export const DEMO_CALLBACK_SECRET = 'paydesk-demo-callbacks'

const SANDBOX_CONNECTION_ID = '01990000-0000-7000-8000-000000000001'

/**
 * Demo people and one connection to the sandbox. Safe to repeat: a moved sandbox only changes the
 * connection's address.
 */
export async function seedDemo(seed: DemoSeed): Promise<{ signIns: readonly DemoSignIn[] }> {
  const database = new Database(seed.databaseUrl, 2)
  try {
    const signIns = await seedDemoPeople(database)
    await upsertConnection(database, {
      id: SANDBOX_CONNECTION_ID,
      provider: 'dintero',
      name: 'Fjord & Field (sandbox)',
      accountId: 'T11112222',
      baseUrl: `${seed.sandboxUrl}/dintero/v1`,
      isTest: true,
      secretCiphertext: sealSecret(
        JSON.stringify({
          clientId: 'paydesk-demo',
          clientSecret: 'paydesk-demo-secret',
          webhookSecret: DEMO_WEBHOOK_SECRET,
          callbackSecret: DEMO_CALLBACK_SECRET,
        }),
        Buffer.from(seed.encryptionKey, 'base64'),
        SANDBOX_CONNECTION_ID,
      ),
    })
    return { signIns }
  } finally {
    await database.close()
  }
}
