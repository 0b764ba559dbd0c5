import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Locked } from '@/components/shell/locked'
import { NewBatch } from '@/components/transactions/batch/create/new-batch'
import { batchKindsFor } from '@/components/transactions/select/candidates'
import { BackLink } from '@/components/ui/back-link'
import { requireActor } from '@/lib/access/read-session'
import { rolesPermitted, type Role } from '@/lib/domain/access/permission'
import { BATCH_KINDS } from '@/lib/domain/batch/batch'
import { getI18n } from '@/lib/i18n/get-i18n'
import { rehearseBatch } from '../actions'
import { batchLimits } from '../inputs'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('batchNew')
  return { title: `${t('title')} · Paydesk` }
}

export default async function NewBatchPage() {
  const { role } = await requireActor()
  const { t, formats } = await getI18n()
  const [first, ...others] = batchKindsFor(role)
  return (
    <div className="grid max-w-3xl gap-4 pt-6">
      <BackLink href="/transactions/batches" prefetch={false} className="justify-self-start">
        {t('batches.title')}
      </BackLink>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">{t('batchNew.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm text-pretty">{t('batchNew.description')}</p>
      </div>
      {first === undefined ? (
        <Locked title={t('batches.locked')}>
          {t('batches.lockedMeaning', {
            role: t(`roles.${role}`),
            roles: formats.anyOf(rolesWithBatches().map((one) => t(`roles.${one}`))),
          })}
        </Locked>
      ) : (
        <NewBatch
          kinds={[first, ...others]}
          rehearse={rehearseBatch}
          limits={{ rows: batchLimits.rows, fileBytes: batchLimits.fileBytes }}
        />
      )}
    </div>
  )
}

/** The roles that may start a batch of any kind. */
function rolesWithBatches(): readonly Role[] {
  return [...new Set(BATCH_KINDS.flatMap((kind) => rolesPermitted(`operate:${kind}`)))]
}
