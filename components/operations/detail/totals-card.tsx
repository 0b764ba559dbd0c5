import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'
import type { Formats } from '@/lib/format/formats'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'
import { isUnchanged, ownTotals, totalsChanges, type TotalChange } from './totals-changes'

/** The payment before the operation was sent, and as the provider shows it now. */
export function TotalsCard({ detail }: { readonly detail: OperationDetail }) {
  const { t, formats } = useI18n('operationDetail')
  const { totalsBefore, totalsNow, readAt, provider, operation } = detail
  const { currency } = operation
  const after = ownTotals(detail)
  const changes = totalsChanges(totalsBefore, after ?? totalsNow)
  const later = after === null ? [] : totalsChanges(after, totalsNow)
  return (
    <Card id="totals" title={t('totals.heading', { provider: PROVIDER_LABELS[provider] })}>
      <p className="text-ink-soft px-5 pb-3 text-sm text-pretty">
        {t(
          after !== null
            ? 'totals.itsOwn'
            : isUnchanged(changes)
              ? 'totals.unchanged'
              : 'totals.changed',
          { at: formats.dateTime(readAt) },
        )}
      </p>
      <Table>
        <caption className="sr-only">
          {t(after === null ? 'totals.captionOpen' : 'totals.caption')}
        </caption>
        <Head className="border-line border-y">
          <Row>
            <HeadCell className="pl-5">{t('totals.total')}</HeadCell>
            <HeadCell numeric>{t('totals.before')}</HeadCell>
            <HeadCell numeric className="max-sm:pr-5">
              {t(after === null ? 'totals.now' : 'totals.after')}
            </HeadCell>
            <HeadCell numeric className="pr-5 max-sm:hidden">
              {t('totals.change')}
            </HeadCell>
          </Row>
        </Head>
        <Body>
          {changes.map(({ name, beforeMinor, nowMinor, changeMinor }) => (
            <Row key={name} className="border-line border-b last:border-b-0">
              <th
                role="rowheader"
                scope="row"
                className="text-ink-soft py-2.5 pl-5 text-left font-normal"
              >
                {t(`totals.${name}`)}
              </th>
              <Cell numeric className="text-ink-soft">
                {formats.money(beforeMinor, currency)}
              </Cell>
              <Cell numeric className="text-ink font-medium max-sm:pr-5">
                {formats.money(nowMinor, currency)}
                {changeMinor !== 0 && (
                  <span className="block text-xs sm:hidden">
                    {signed(changeMinor, currency, formats)}
                  </span>
                )}
              </Cell>
              <Cell numeric className="pr-5 max-sm:hidden">
                {changeMinor === 0 ? (
                  <span className="text-ink-faint">{t('totals.noChange')}</span>
                ) : (
                  <span className="font-medium">{signed(changeMinor, currency, formats)}</span>
                )}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <Later changes={later} currency={currency} />
    </Card>
  )
}

interface LaterProps {
  readonly changes: readonly TotalChange[]
  readonly currency: string
}

/** What came on top of the operation's own part; nothing where nothing did. */
function Later({ changes, currency }: LaterProps) {
  const { t, formats } = useI18n('operationDetail')
  const moved = changes.filter(({ changeMinor }) => changeMinor !== 0)
  if (moved.length === 0) return null
  const parts = moved.map(
    ({ name, changeMinor }) => `${t(`totals.${name}`)} ${signed(changeMinor, currency, formats)}`,
  )
  return (
    <p className="border-line text-ink-soft border-t px-5 py-3 text-sm text-pretty">
      {t('totals.later')}: {parts.join(' · ')}
    </p>
  )
}

function signed(amountMinor: number, currency: string, formats: Formats): string {
  return `${amountMinor > 0 ? '+' : ''}${formats.money(amountMinor, currency)}`
}
