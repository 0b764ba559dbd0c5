'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/access/define-action'
import { verifyAudit } from '@/lib/audit/verify-audit'

const verify = defineAction({
  permission: 'verify_audit',
  input: z.undefined(),
  run: verifyAudit,
})

/** Verifies the audit trail now; see `verifyAudit`. */
export async function verifyAuditTrail() {
  return verify(undefined)
}
