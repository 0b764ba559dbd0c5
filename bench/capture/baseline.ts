import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { Agent, request } from 'undici'
import { LIMITS } from '@/lib/config/limits'
import { baselineStatements } from './baseline-statements'
import type { Capture } from './people'

/** Values that the baseline has in advance and the product has to look up. */
interface Known {
  readonly baseUrl: string
  readonly token: string
  readonly actor: { readonly id: string; readonly name: string }
}

/**
 * The least that a capture can cost: the same four writes to the same tables, each committed by
 * itself, and the same call to the provider, without look-ups, checks and notifications.
 */
export async function baselineCapture(): Promise<Capture> {
  const sql = postgres(process.env.DATABASE_URL ?? '', {
    max: LIMITS.database.poolSize,
    fetch_types: false,
    connect_timeout: 10,
  })
  const agent = new Agent({ connections: LIMITS.provider.sockets, pipelining: 1 })
  const { baseUrl, token, actor } = await lookUp(sql)
  const write = baselineStatements(sql)
  return async (payment) => {
    const operation = { id: randomUUID(), paymentId: payment.id, attemptId: randomUUID() }
    const reference = `pd-${operation.id.replaceAll('-', '')}`
    await write.intent(operation, reference, actor)
    await write.attempt(operation)
    const response = await request(
      `${baseUrl}/transactions/${payment.providerTransactionId}/capture`,
      {
        method: 'POST',
        dispatcher: agent,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'dintero-system-plugin-version': operation.id,
        },
        body: write.captureBody(reference),
      },
    )
    const responseBody = await response.body.text()
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${responseBody}`)
    await write.outcome(operation, responseBody)
    await write.snapshot(operation, responseBody)
  }
}

async function lookUp(sql: postgres.Sql): Promise<Known> {
  const [row] = await sql<{ baseUrl: string; accountId: string; id: string; name: string }[]>`
    select
      connections.base_url as "baseUrl", connections.account_id as "accountId", users.id, users.name
    from connections, users
    where connections.provider = 'dintero' and users.role = 'staff'`
  if (row === undefined) throw new Error('the demo has no staff or no connection')
  const { baseUrl, accountId, ...actor } = row
  return { baseUrl, token: await fetchToken(baseUrl, accountId), actor }
}

async function fetchToken(baseUrl: string, accountId: string): Promise<string> {
  const basic = Buffer.from('paydesk-demo:paydesk-demo-secret').toString('base64')
  const response = await request(`${baseUrl}/accounts/${accountId}/auth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      audience: `https://api.dintero.com/v1/accounts/${accountId}`,
    }),
  })
  const { access_token: token } = (await response.body.json()) as { access_token?: string }
  if (token === undefined) throw new Error('the sandbox gave no token')
  return token
}
