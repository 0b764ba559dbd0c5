import type { ExportBatch } from '@/db/queries/listing/list-export'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { ExportRow } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { methodLabel } from '@/lib/format/methods'
import { textCell, type CellRow } from '@/lib/format/table/cell'
import { TRANSACTION_COLUMNS, transactionCells } from '@/lib/format/table/export-columns'
import type { I18n } from '@/lib/i18n/i18n'
import { describeOrderLines } from './describe-order-lines'

/** The rows of an export in the reader's words: the headings, the payments, and whether it was cut. */
export async function* exportRows(
  batches: AsyncGenerator<ExportBatch, void>,
  i18n: I18n,
): AsyncGenerator<readonly CellRow[], void> {
  const { t, formats } = i18n
  const zone = formats.timeZone
  yield [TRANSACTION_COLUMNS.map((column) => textCell(t(`list.columns.${column}`, { zone })))]
  for await (const batch of batches) {
    if (batch.kind === 'cut') yield [[textCell(t('list.export.cut', { count: batch.rows }))]]
    else yield batch.rows.map((row) => cells(row, i18n))
  }
}

function cells(row: ExportRow, i18n: I18n): CellRow {
  const { t } = i18n
  const { openOperation, captureDeadline } = row
  return transactionCells(row, {
    captureBySource:
      captureDeadline === null ? null : t(`list.columns.sources.${captureDeadline.source}`),
    status: t(`statuses.${row.status}`),
    openOperation:
      openOperation !== null && isOpen(openOperation.state)
        ? t(`openOperations.${openOperation.kind}.${openOperation.state}`)
        : null,
    provider: PROVIDER_LABELS[row.provider],
    method: methodLabel(row.method, (code) => t(`methods.${code}`)).name,
    lines: describeOrderLines(row, i18n),
  })
}
