'use client'

import { useTranslations } from 'next-intl'
import { FailureAlert } from '@/components/act/failure-alert'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { Button } from '@/components/ui/button'
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
    <div className="mb-5 grid gap-4">
      <section
        aria-label={t('verification')}
        className="border-line bg-surface rounded-card shadow-card flex flex-wrap items-center gap-x-6 gap-y-3 border px-5 py-3 text-sm"
      >
        <p className="text-ink-soft min-w-0 flex-1 basis-64 text-pretty">{t('meaning')}</p>
        <Button busy={isPending} onClick={() => void run()}>
          {t(isPending ? 'verifying' : 'verify')}
        </Button>
      </section>
      <div role="status" className="empty:hidden">
        {answer?.ok && <AuditResult report={answer.value} />}
      </div>
      <FailureAlert failure={failure} />
    </div>
  )
}
