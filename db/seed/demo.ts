import { Database } from '@/db/client'
import { upsertConnection } from '@/db/queries/sync/connections'
import { sealedConnection, type StatedConnection } from '@/lib/connections/sealed-connection'
import { PROVIDERS, type Provider } from '@/lib/domain/provider/provider'
import { seedDemoPeople } from './demo-people'

export interface DemoSeed {
  /** Address of the owner of the tables: the application's own role makes no people. */
  readonly ownerUrl: string
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

/** Secret with which a sandbox must sign its calls for the demo's connection to accept them. */
export const DEMO_WEBHOOK_SECRET = 'paydesk-demo-webhooks'
export const DEMO_CALLBACK_SECRET = 'paydesk-demo-callbacks'

type DemoConnection = Pick<StatedConnection, 'id' | 'name' | 'accountId' | 'secret'> & {
  /** Below the sandbox's origin. */
  readonly path: string
}

/** Its provider has no list, so that its payments come in by reference. */
export const NATIVE_CONNECTION: DemoConnection = {
  id: '01990000-0000-7000-8000-000000000003',
  name: 'Fjord & Field app (sandbox)',
  accountId: 'T555000111',
  path: '/bambora-native/v1',
  secret: { clientId: 'native-demo', clientSecret: 'native-demo-secret' },
}

/** One account at each provider of the sandbox. */
const CONNECTIONS: Readonly<Record<Provider, DemoConnection>> = {
  dintero: {
    id: '01990000-0000-7000-8000-000000000001',
    name: 'Fjord & Field (sandbox)',
    accountId: 'T11112222',
    path: '/dintero/v1',
    secret: {
      clientId: 'paydesk-demo',
      clientSecret: 'paydesk-demo-secret',
      webhookSecret: DEMO_WEBHOOK_SECRET,
      callbackSecret: DEMO_CALLBACK_SECRET,
    },
  },
  oppwa: {
    id: '01990000-0000-7000-8000-000000000004',
    name: 'Fjord & Field worldwide (sandbox)',
    accountId: '8ac7a4ca7a11000001900000000000d1',
    path: '/oppwa',
    secret: {
      accessToken: 'OGFjN2E0Y2E3YTExfHBheWRlc2stZGVtbw==',
      environment: 'test',
      dateSearch: true,
      currency: 'EUR',
    },
  },
  'bambora-checkout': {
    id: '01990000-0000-7000-8000-000000000005',
    name: 'Fjord & Field Danmark (sandbox)',
    accountId: 'T700800900',
    path: '/bambora-checkout',
    secret: {
      accessToken: 'paydesk-demo',
      secretToken: 'paydesk-demo-secret',
      md5Key: 'PaydeskDemoMd5Key',
      apiUser: 'paydesk@example.com',
    },
  },
  'bambora-native': NATIVE_CONNECTION,
}

/**
 * Demo people and a connection to each provider of the sandbox. Safe to repeat: a moved sandbox
 * only changes the connections' addresses.
 */
export async function seedDemo(seed: DemoSeed): Promise<{ signIns: readonly DemoSignIn[] }> {
  const database = new Database(seed.ownerUrl, 2)
  try {
    const signIns = await seedDemoPeople(database)
    for (const provider of PROVIDERS) await connect(database, seed, provider)
    return { signIns }
  } finally {
    await database.close()
  }
}

async function connect(database: Database, seed: DemoSeed, provider: Provider): Promise<void> {
  const { path, ...connection } = CONNECTIONS[provider]
  const stated = { ...connection, provider, baseUrl: seed.sandboxUrl + path }
  const keys = { current: Buffer.from(seed.encryptionKey, 'base64'), previous: null }
  if (await upsertConnection(database, sealedConnection(stated, keys))) return
  throw new Error(
    `“${connection.name}” cannot be connected to ${connection.accountId}: its name or its account is another connection’s.`,
  )
}
