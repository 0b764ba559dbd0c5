import { defineDownload } from '@/lib/access/define-read'
import { takeTurn } from '@/lib/access/take-turn'
import { verifyChains } from '@/lib/audit/verify-chains'
import { failure, success } from '@/lib/domain/operation/result'

/**
 * The newest entry of every chain as a file, to be kept outside the database; `npm run audit:verify`
 * reads it. A broken trail gives none: its heads would vouch for what was tampered with.
 */
export const GET = defineDownload({
  permission: 'verify_audit',
  event: 'audit_check',
  run: async ({ database, actor }) => {
    if (actor.scope !== 'all') return failure('needs_all_connections')
    const turn = await takeTurn(database, actor.userId, 'auditCheck')
    if (!turn.ok) return turn
    const { heads, firstBad } = await verifyChains(database)
    if (firstBad === null) {
      return success({
        fileName: 'paydesk-audit-heads.json',
        contentType: 'application/json; charset=utf-8',
        body: `${JSON.stringify(heads, null, 1)}\n`,
      })
    }
    const { streamId, sequence, problem } = firstBad
    return failure('broken_chain', { values: { chainId: streamId, sequence, problem } })
  },
})
