'use client'

import { useTranslations } from 'next-intl'
import { FailureAlert } from '@/components/act/failure-alert'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Failure, Result } from '@/lib/domain/operation/result'
import type { AuditReport } from '@/lib/domain/view/audit-report'
import { AuditResult } from './audit-result'

interface Props {
  readonly action: () => Promise<Result<AuditReport>>
}

const NO_RESPONSE: Failure = { code: 'verify_unreachable' }

/** Verifies the trail on request, and shows what was found. */
export function AuditPanel({ action }: Props) {
  const t = useTranslations('audit')
  const { isPending, answer, failure, run } = useOneAtATime(action, NO_RESPONSE)
  return (
    <div className="grid max-w-3xl gap-4">
      <Card id="verify" title={t('verification')}>
        <div className="grid justify-items-start gap-4 px-5 pb-5 text-sm">
          <p className="text-ink-soft text-pretty">{t('meaning')}</p>
          <Button tone="primary" busy={isPending} onClick={() => void run()}>
            {t(isPending ? 'verifying' : 'verify')}
          </Button>
        </div>
      </Card>
      <div role="status" className="empty:hidden">
        {answer?.ok && <AuditResult report={answer.value} />}
      </div>
      <FailureAlert failure={failure} />
    </div>
  )
}
