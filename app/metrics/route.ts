import { database } from '@/db/client'
import { METRICS_HEADER } from '@/lib/access/metrics-reader'
import { createExposition, EXPOSITION_TYPE } from '@/lib/health/expose-metrics'

export const dynamic = 'force-dynamic'

const expose = createExposition(database)

/** For Prometheus on this machine, or with the token; see `mayReadMetrics`. */
export async function GET({ headers }: Request): Promise<Response> {
  if (headers.get(METRICS_HEADER) !== '1') {
    const body =
      'The metrics are for this machine, or for who has the token of PAYDESK_METRICS_TOKEN.\n'
    return new Response(body, {
      status: 401,
      headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' },
    })
  }
  return new Response(await expose(), {
    headers: { 'content-type': EXPOSITION_TYPE, 'cache-control': 'no-store' },
  })
}
