import { database } from '@/db/client'
import { isDatabaseAnswering } from '@/db/queries/health'
import { LIMITS } from '@/lib/config/limits'

export const dynamic = 'force-dynamic'

/** For load balancers: 200 when the database responds in time, else 503. Gives no details. */
export async function GET(): Promise<Response> {
  const isWell = await isWorking()
  const body = { status: isWell ? 'ok' : 'unavailable' }
  return Response.json(body, {
    status: isWell ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}

async function isWorking(): Promise<boolean> {
  try {
    return await isDatabaseAnswering(database(), LIMITS.health.databaseAnswerMs)
  } catch {
    return false
  }
}
