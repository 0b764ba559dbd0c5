'use client'

import { useTranslations } from 'next-intl'
import { useFailureWords } from '@/components/i18n/failure-words'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { AuditResult } from './audit-result'
import { useVerify, type VerifyAction } from './use-verify'

/** Verifies the trail on request, and shows what was found. */
export function AuditPanel({ action }: { readonly action: VerifyAction }) {
  const t = useTranslations('audit')
  const failureWords = useFailureWords()
  const { isPending, result, verify } = useVerify(action)
  return (
    <div className="grid max-w-3xl gap-4">
      <Card id="verify" title={t('verification')}>
        <div className="grid justify-items-start gap-4 px-5 pb-5 text-sm">
          <p className="text-ink-soft text-pretty">{t('meaning')}</p>
          <Button tone="primary" busy={isPending} onClick={() => void verify()}>
            {t(isPending ? 'verifying' : 'verify')}
          </Button>
        </div>
      </Card>
      <div role="status" className="empty:hidden">
        {result?.ok && <AuditResult report={result.value} />}
      </div>
      <div role="alert" className="empty:hidden">
        {result?.ok === false && (
          <Banner tone="bad" icon="warning">
            {failureWords(result.error)}
          </Banner>
        )}
      </div>
    </div>
  )
}
