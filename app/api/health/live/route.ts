export const dynamic = 'force-dynamic'

/** For supervisors: 200 while this process answers. It touches nothing else. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
