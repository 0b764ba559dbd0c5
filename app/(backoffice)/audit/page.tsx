import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditPanel } from '@/components/audit/audit-panel'
import { Locked } from '@/components/shell/locked'
import { requireActor } from '@/lib/access/read-session'
import { isPermitted } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { verifyAuditTrail } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function AuditPage() {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  return (
    <>
      <div className="pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('audit.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm">{t('audit.description')}</p>
      </div>
      {isPermitted(role, 'verify_audit') && scope === 'all' && (
        <AuditPanel action={verifyAuditTrail} />
      )}
      {isPermitted(role, 'verify_audit') && scope !== 'all' && (
        <Locked title={t('audit.locked')}>{t('failures.needs_all_connections')}</Locked>
      )}
      {!isPermitted(role, 'verify_audit') && (
        <Locked title={t('audit.locked')}>
          {t('audit.lockedMeaning', {
            role: t(`roles.${role}`),
            roles: rolesText('verify_audit', (name) => t(`roles.${name}`), formats),
          })}
        </Locked>
      )}
    </>
  )
}
