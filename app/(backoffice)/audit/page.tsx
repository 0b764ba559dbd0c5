import type { Metadata } from 'next'
import { AuditPanel } from '@/components/audit/audit-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { requireActor } from '@/lib/access/session'
import { isPermitted } from '@/lib/domain/permission'
import { ROLE_LABELS } from '@/lib/format/labels'
import { rolesText } from '@/lib/format/roles'
import { verifyAuditTrail } from './actions'

export const metadata: Metadata = { title: 'Audit · Paydesk' }

export default async function AuditPage() {
  const { role } = await requireActor()
  return (
    <>
      <div className="pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">Audit trail</h1>
        <p className="text-ink-soft mt-0.5 text-sm">
          Who did what, when and why: each entry is chained to the one before it.
        </p>
      </div>
      {isPermitted(role, 'verify_audit') ? (
        <AuditPanel action={verifyAuditTrail} />
      ) : (
        <div className="border-line bg-surface rounded-card shadow-card border">
          <EmptyState icon="lock" title="Only some may verify the audit trail">
            Your role, {ROLE_LABELS[role]}, may not. Ask {rolesText('verify_audit')}. What happened
            to a payment stands in its own history.
          </EmptyState>
        </div>
      )}
    </>
  )
}
