import type { Metadata } from 'next'
import { currencyDays, lastDays } from '@/components/overview/days'
import { DaysCard } from '@/components/overview/days-card'
import { DaysEmpty } from '@/components/overview/days-empty'
import { DueCard } from '@/components/overview/due-card'
import { reasonRows } from '@/components/overview/reason-rows'
import { ReasonsCard } from '@/components/overview/reasons-card'
import { RestCard } from '@/components/overview/rest-card'
import { UnreadNote } from '@/components/overview/unread-note'
import { database } from '@/db/client'
import {
  sumMovements,
  sumRefundReasons,
  sumRests,
  sumToCapture,
} from '@/db/queries/listing/overview'
import { countUnreadPayments } from '@/db/queries/listing/unread-payments'
import { requireActor } from '@/lib/access/read-session'
import { dueBounds } from '@/lib/domain/listing/due'
import { OVERVIEW_DAYS } from '@/lib/domain/view/overview'
import { getI18n } from '@/lib/i18n/get-i18n'
import { reasonCode } from '@/lib/i18n/reason-texts'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: `${t('overview.title')} · Paydesk` }
}

export default async function OverviewPage() {
  const { scope } = await requireActor()
  const { t, formats } = await getI18n()
  const { timeZone } = formats
  const now = new Date()
  const [due, rests, movements, reasons, unread] = await Promise.all([
    sumToCapture(database(), scope, dueBounds(now, timeZone)),
    sumRests(database(), scope, timeZone),
    sumMovements(database(), scope, timeZone),
    sumRefundReasons(database(), scope, timeZone),
    countUnreadPayments(database(), scope),
  ])
  const byCurrency = currencyDays(movements, lastDays(formats.dayKey(now), OVERVIEW_DAYS))
  return (
    <>
      <div className="pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('overview.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm">
          {t('overview.asOf', { time: formats.time(now), timeZone })}
        </p>
      </div>
      <UnreadNote count={unread} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_30rem]">
        <div className="grid min-w-0 gap-4">
          {byCurrency.length === 0 && <DaysEmpty days={OVERVIEW_DAYS} />}
          {byCurrency.map((figures) => (
            <DaysCard key={figures.currency} figures={figures} now={now} />
          ))}
        </div>
        <div className="grid min-w-0 gap-4 max-xl:order-first">
          <DueCard sums={due} />
          <RestCard sums={rests} today={formats.dayKey(now)} />
          <ReasonsCard rows={reasonRows(reasons, reasonCode)} days={OVERVIEW_DAYS} />
        </div>
      </div>
    </>
  )
}
