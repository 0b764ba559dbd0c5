import { database } from '@/db/client'
import { createReadiness } from '@/lib/health/is-ready'

export const dynamic = 'force-dynamic'

const findFailing = createReadiness(database)

/**
 * For load balancers: 200 when people can work with this instance, else 503 with the names of the
 * checks that fail and no details. The database is asked at most once a second.
 */
export async function GET(): Promise<Response> {
  const failing = await findFailing()
  const isReady = failing.length === 0
  const body = isReady ? { status: 'ok' } : { status: 'unavailable', failing }
  return Response.json(body, {
    status: isReady ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
