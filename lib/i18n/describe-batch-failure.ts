import type { Failure } from '@/lib/domain/operation/result'
import type { I18n } from './i18n'

/** Codes about batches and their files. */
const CODES = [
  'batch_no_response',
  'batch_changed',
  'batch_moved_on',
  'batch_empty',
  'row_not_startable',
  'file_not_text',
  'file_empty',
  'too_many_rows',
  'file_too_large',
  'file_quote_open',
] as const

type BatchFailure = Extract<Failure, { readonly code: (typeof CODES)[number] }>

/** True for a failure about a batch or its file. */
export function isBatchFailure(failure: Failure): failure is BatchFailure {
  return CODES.some((code) => code === failure.code)
}

/** Words for such a failure. */
export function describeBatchFailure(failure: BatchFailure, { t }: I18n): string {
  switch (failure.code) {
    case 'too_many_rows':
      return t('failures.too_many_rows', failure.values)
    case 'file_too_large':
      return t('failures.file_too_large', failure.values)
    case 'file_quote_open':
      return t('failures.file_quote_open', failure.values)
    default:
      return t(`failures.${failure.code}`)
  }
}
