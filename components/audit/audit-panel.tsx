'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { AuditResult } from './audit-result'
import { useVerify, type VerifyAction } from './use-verify'

/** Verifies the trail on request, and shows what was found. */
export function AuditPanel({ action }: { readonly action: VerifyAction }) {
  const { isPending, result, verify } = useVerify(action)
  return (
    <div className="grid max-w-3xl gap-4">
      <Card id="verify" title="Verification">
        <div className="grid justify-items-start gap-4 px-5 pb-5 text-sm">
          <p className="text-ink-soft text-pretty">
            Every entry is read, its hash is computed anew outside the database, and its place in
            its chain is compared. An entry that was changed, removed or put elsewhere is found and
            named. This changes nothing.
          </p>
          <Button tone="primary" busy={isPending} onClick={() => void verify()}>
            {isPending ? 'Verifying…' : 'Verify now'}
          </Button>
        </div>
      </Card>
      <div role="status" className="empty:hidden">
        {result?.ok && <AuditResult report={result.value} />}
      </div>
      <div role="alert" className="empty:hidden">
        {result?.ok === false && (
          <Banner tone="bad" icon="warning">
            {result.error.message}
          </Banner>
        )}
      </div>
    </div>
  )
}
