import type { BatchKind, BatchRowView, BatchView, RowFinding } from '@/lib/domain/batch/batch'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { Formats } from '@/lib/format/formats'
import { describeFailure } from './describe-failure'
import { describeStatusDetail } from './describe-status-detail'
import type { I18n } from './i18n'

/** "NOK 123,456.00 + SEK 1,200.00" */
export function joinSums(sums: readonly CurrencySum[], formats: Formats): string {
  return sums.map(({ currency, amountMinor }) => formats.money(amountMinor, currency)).join(' + ')
}

/** The planned sums of a batch by currency alone, as its start confirms them. */
export function sumsByCurrency(planned: readonly CurrencySum[]): readonly CurrencySum[] {
  const sums = new Map<string, number>()
  for (const { currency, amountMinor } of planned) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  }
  return [...sums]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .toSorted((a, b) => a.currency.localeCompare(b.currency))
}

/** "Capture 57 payments": what a batch does, with the number of payments that it plans or planned. */
export function describeBatch(
  { kind, planned, rows }: Pick<BatchView, 'kind' | 'planned' | 'rows'>,
  { t }: I18n,
): string {
  const count = countPlanned(planned)
  return t(`batches.name.${kind}`, { count: count === 0 ? rows : count })
}

/** "Capture 57 payments: NOK 123,456.00, SEK 1,200.00": what the start button does. */
export function describeStart(
  { kind, planned }: Pick<BatchView, 'kind' | 'planned'>,
  { t, formats }: I18n,
): string {
  const sums = sumsByCurrency(planned).map((sum) => formats.money(sum.amountMinor, sum.currency))
  return t(`batchRehearsal.start.now.${kind}`, {
    count: countPlanned(planned),
    sums: sums.join(', '),
  })
}

/** The number of payments that are planned. */
export function countPlanned(planned: BatchView['planned']): number {
  return planned.reduce((sum, { rows }) => sum + rows, 0)
}

/** The origin of the rows: "File day.csv", "Ticked in the list". */
export function describeSource(
  { source, fileName }: Pick<BatchView, 'source' | 'fileName'>,
  { t }: I18n,
): string {
  return t(`batches.sources.${source}`, { name: fileName ?? t('batches.unnamedFile') })
}

/** A finding of the rehearsal in words; one about another batch has no link here. */
export function describeFinding(found: RowFinding, kind: BatchKind, i18n: I18n): string {
  const { t, formats } = i18n
  switch (found.code) {
    case 'refused':
      return describeFailure(found.failure, i18n)
    case 'unreadable':
      return found.column === null
        ? t('batchRehearsal.findings.unreadableRow', { text: found.text })
        : t('batchRehearsal.findings.unreadable', { text: found.text, column: found.column })
    case 'several_payments':
      return t('batchRehearsal.findings.several_payments', { count: found.count })
    case 'same_as_line':
      return t('batchRehearsal.findings.same_as_line', { line: found.line })
    case 'done_in_batch':
      return t.markup('batchRehearsal.findings.done_in_batch', {
        batch: (text) => text,
        at: formats.dateTime(new Date(found.at)),
      })
    case 'nothing_left':
      return t(`batchRehearsal.findings.nothing_left.${kind}`)
    case 'less_left':
      return t('batchRehearsal.findings.less_left', {
        sum: formats.money(found.leftMinor, found.currency),
      })
    case 'unknown_sku':
      return t('batchRehearsal.findings.unknown_sku', { sku: found.sku })
    case 'figures_changed':
    case 'advised_against':
      return t(`batchRehearsal.findings.${found.code}`)
  }
}

/** The provider's or our own words for how the operation of a row ended; null where there are none. */
export function describeResult(
  { failure, operation, findings }: Pick<BatchRowView, 'failure' | 'operation' | 'findings'>,
  kind: BatchKind,
  i18n: I18n,
): string | null {
  if (failure !== null) return describeFailure(failure, i18n)
  if (operation !== null) {
    return operation.message === null ? null : describeStatusDetail(i18n.t, operation.message)
  }
  const words = findings.map((found) => describeFinding(found, kind, i18n))
  return words.length === 0 ? null : words.join(' ')
}
