import type { Failure } from '@/lib/domain/operation/result'
import type { I18n } from './i18n'

/** Codes about batches and their files begin with one of these, and no other code does. */
const CODE = /^(batch|row|file)_|_rows$/

type BatchCode = `${'batch' | 'row' | 'file'}_${string}` | 'too_many_rows'
type BatchFailure = Extract<Failure, { readonly code: BatchCode }>

/** True for a failure about a batch or its file. */
export function isBatchFailure(failure: Failure): failure is BatchFailure {
  return CODE.test(failure.code)
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
