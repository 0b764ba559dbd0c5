'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/access/define-action'
import { takeTurn } from '@/lib/access/take-turn'
import { verifyAudit } from '@/lib/audit/verify-audit'

const verify = defineAction({
  permission: 'verify_audit',
  input: z.undefined(),
  event: () => ({ event: 'audit_check' }),
  run: async (context) => {
    const turn = await takeTurn(context.database, context.actor.userId, 'auditCheck')
    return turn.ok ? verifyAudit(context) : turn
  },
})

/** Verifies the audit trail now; see `verifyAudit`. */
export async function verifyAuditTrail() {
  return verify(undefined)
}
