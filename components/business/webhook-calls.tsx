'use client'

import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { NoticeKind, SendProblem } from '@/lib/domain/notice/notice'
import type { Result } from '@/lib/domain/operation/result'
import type { I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'

/** A call to the webhook, as it stands. */
export interface ShownCall {
  readonly id: string
  readonly kind: NoticeKind
  readonly state: 'open' | 'sent' | 'failed'
  readonly problem: SendProblem | null
  readonly status: number | null
  /** ISO 8601. */
  readonly createdAt: string
}

interface Props {
  readonly isSet: boolean
  readonly calls: readonly ShownCall[]
  readonly action: (
    input: Record<string, never>,
  ) => Promise<Result<{ readonly problem: SendProblem | null; readonly status: number | null }>>
}

/** A test of the webhook, and its last calls with what became of them. */
export function WebhookCalls({ isSet, calls, action }: Props) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const { isPending, value, failure, act } = usePersonAct(action)
  return (
    <Card id="notice-calls" title={t('noticeWebhook.test.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        {isSet && (
          <>
            <p className="text-ink-soft text-pretty">{t('noticeWebhook.test.meaning')}</p>
            <Button busy={isPending} className="justify-self-start" onClick={() => void act({})}>
              {t(isPending ? 'noticeWebhook.test.sending' : 'noticeWebhook.test.send')}
            </Button>
            <ActResult
              done={
                value === null || value.problem !== null
                  ? null
                  : t('noticeWebhook.test.delivered', { status: String(value.status ?? '') })
              }
              failure={failure}
            />
            <div role="alert" className="empty:hidden">
              {value !== null && value.problem !== null && (
                <Banner tone="bad" icon="warning">
                  {t('noticeWebhook.test.notDelivered', {
                    why: describeProblem(value.problem, value.status, i18n),
                  })}
                </Banner>
              )}
            </div>
          </>
        )}
        {calls.length === 0 ? (
          <p className="text-ink-soft">{t('noticeWebhook.test.none')}</p>
        ) : (
          <ul aria-label={t('noticeWebhook.test.caption')} className="divide-line grid divide-y">
            {calls.map((call) => (
              <li key={call.id} className="grid gap-0.5 py-2">
                <span className="text-ink font-medium">{describeCall(call, i18n)}</span>
                <span className="text-ink-soft text-xs">
                  {t(`notices.kinds.${call.kind}`)} · {formats.dateTime(new Date(call.createdAt))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

function describeProblem(problem: SendProblem, status: number | null, { t }: I18n): string {
  return t(`noticeWebhook.problems.${problem}`, { status: String(status ?? '') })
}

function describeCall({ state, problem, status }: ShownCall, i18n: I18n): string {
  const { t } = i18n
  if (problem === null) return t(`noticeWebhook.test.${state === 'open' ? 'open' : 'sent'}`)
  const words = describeProblem(problem, status, i18n)
  return t(`noticeWebhook.test.${state === 'open' ? 'retried' : 'failed'}`, { problem: words })
}
