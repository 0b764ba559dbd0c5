import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ConnectionsTable } from '@/components/connections/connections-table'
import { Locked } from '@/components/shell/locked'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { database } from '@/db/client'
import { requireActor } from '@/lib/access/read-session'
import { listConnectionHealth } from '@/lib/connections/list-connection-health'
import { isPermitted } from '@/lib/domain/access/permission'
import type { Scope } from '@/lib/domain/access/scope'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connections.list')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function ConnectionsPage() {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isShown = isPermitted(role, 'manage_connections')
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-5">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">{t('connections.list.title')}</h1>
          <p className="text-ink-soft mt-0.5 text-sm">{t('connections.list.description')}</p>
        </div>
        {isShown && scope === 'all' && <AddLink label={t('connections.list.addButton')} />}
      </div>
      {isShown ? (
        <ConnectionList scope={scope} />
      ) : (
        <Locked title={t('connections.list.locked')}>
          {t('connections.list.lockedMeaning', {
            role: t(`roles.${role}`),
            roles: rolesText('manage_connections', (name) => t(`roles.${name}`), formats),
          })}
        </Locked>
      )}
    </>
  )
}

function AddLink({ label }: { readonly label: string }) {
  return (
    <Link
      href="/settings/connections/new"
      prefetch={false}
      className={buttonStyle({ tone: 'primary' })}
    >
      {label}
    </Link>
  )
}

async function ConnectionList({ scope }: { readonly scope: Scope }) {
  const t = await getTranslations('connections.list')
  const connections = await listConnectionHealth(database(), scope)
  const isAll = scope === 'all'
  return (
    <section
      aria-label={t('table.caption')}
      className="border-line bg-surface rounded-card shadow-card border"
    >
      {connections.length === 0 ? (
        <EmptyState
          icon="lock"
          title={t('emptyTitle')}
          action={isAll && <AddLink label={t('addButton')} />}
        >
          {t(isAll ? 'emptyMeaning' : 'emptyScope')}
        </EmptyState>
      ) : (
        <ConnectionsTable connections={connections} />
      )}
      {!isAll && connections.length > 0 && (
        <p className="border-line text-ink-soft border-t px-5 py-3 text-sm">{t('onlyAll')}</p>
      )}
    </section>
  )
}
