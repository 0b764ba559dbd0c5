import { defineRead } from '@/lib/access/define-read'
import { verifyChains } from '@/lib/audit/verify-chains'
import { failure, success, type Result } from '@/lib/domain/operation/result'

type Heads = Awaited<ReturnType<typeof verifyChains>>['heads']

const readHeads = defineRead<Record<string, never>, Heads>({
  permission: 'verify_audit',
  run: async ({ database }) => {
    const { heads, firstBad } = await verifyChains(database)
    if (firstBad === null) return success(heads)
    const { streamId, sequence, problem } = firstBad
    return failure('broken_chain', { values: { chainId: streamId, sequence, problem } })
  },
})

/**
 * The newest entry of every chain as a file, to be kept outside the database; `npm run audit:verify`
 * reads it. A broken trail gives none: its heads would vouch for what was tampered with.
 */
export async function GET(
  request: Request,
  route: { params: Promise<Record<string, never>> },
): Promise<Response> {
  const response = await readHeads(request, route)
  const result = (await response.clone().json()) as Result<Heads>
  if (!result.ok) return response
  return new Response(`${JSON.stringify(result.value, null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="paydesk-audit-heads.json"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
