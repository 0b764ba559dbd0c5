import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { WebhookCalls } from '@/components/business/webhook-calls'
import { WebhookCard } from '@/components/business/webhook-card'
import { Locked } from '@/components/shell/locked'
import { database } from '@/db/client'
import { readSettingsOf } from '@/db/queries/access/organization-settings'
import { listWebhookCalls } from '@/db/queries/notice/list-calls'
import { requireActor } from '@/lib/access/read-session'
import { isPermitted } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { STEP_UP_ACTIONS } from '../../step-up/step-up-props'
import { changeNoticeWebhook, testNoticeWebhook } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('noticeWebhook')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function NoticeSettingsPage() {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isShown = isPermitted(role, 'manage_business')
  return (
    <>
      <div className="pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('noticeWebhook.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm">
          {t('noticeWebhook.description')}{' '}
          <Link href="/account#notices" prefetch={false} className="text-accent-ink underline">
            {t('noticeWebhook.own')}
          </Link>
        </p>
      </div>
      {isShown && scope === 'all' ? (
        <StepUpProvider actions={STEP_UP_ACTIONS}>
          <Settings />
        </StepUpProvider>
      ) : (
        <Locked title={t('noticeWebhook.locked')}>
          {isShown
            ? t('noticeWebhook.lockedScope')
            : t('noticeWebhook.lockedMeaning', {
                role: t(`roles.${role}`),
                roles: rolesText('manage_business', (name) => t(`roles.${name}`), formats),
              })}
        </Locked>
      )}
    </>
  )
}

async function Settings() {
  const [{ values, changedAt }, calls] = await Promise.all([
    readSettingsOf(database(), ['notice_webhook']),
    listWebhookCalls(database()),
  ])
  const { notice_webhook: webhook } = values
  // The address stays on the server, sealed as it is.
  const shown =
    webhook === null ? null : { host: webhook.host, shape: webhook.shape, kinds: webhook.kinds }
  return (
    <div className="grid max-w-3xl gap-4">
      <WebhookCard
        setting={{ value: shown, changedAt: changedAt.notice_webhook }}
        action={changeNoticeWebhook}
      />
      <WebhookCalls
        isSet={webhook !== null}
        calls={calls.map(({ id, kind, state, problem, status, createdAt }) => ({
          id,
          kind,
          state,
          problem,
          status,
          createdAt,
        }))}
        action={testNoticeWebhook}
      />
    </div>
  )
}
