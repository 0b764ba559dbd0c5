import { PERSON_LIMITS } from '@/lib/config/browser-limits'
import type { Failure, FailureOf } from '@/lib/domain/operation/result'
import type { Messages } from '@/messages/en'
import { describeBatchFailure, isBatchFailure } from './describe-batch-failure'
import { describeNotPermitted } from './describe-not-permitted'
import { operationOpenText, providerAdviceText, refundExceedsText } from './describe-failure-sums'
import {
  describeSettingFailure,
  isSettingFailure,
  type SettingFailure,
} from './describe-setting-failure'
import type { I18n } from './i18n'
import { isRuleFailure } from './rule-failure'
import { isWayInFailure } from './way-in-failure'
import { useI18n } from './use-i18n'

/** Words for why something was not done, in the reader's language. */
export function useDescribeFailure(): (failure: Failure) => string {
  const i18n = useI18n()
  return (failure) => describeFailure(failure, i18n)
}

/** Words for a failure; the stored message where its code has none. */
export function describeFailure(failure: Failure, i18n: I18n): string {
  const { t } = i18n
  if (isWayInFailure(failure) || isRuleFailure(failure)) return t(`failures.${failure.code}`)
  if (isBatchFailure(failure)) return describeBatchFailure(failure, i18n)
  if (isSettingFailure(failure)) return describeSettingFailure(failure, i18n)
  switch (failure.code) {
    case 'not_permitted':
      return describeNotPermitted(failure.values.role, failure.values.permission, i18n)
    case 'not_allowed':
      return t(`denialReasons.${failure.values.denialReason}`)
    case 'operation_open':
      return operationOpenText(failure, i18n)
    case 'refund_exceeds_charge':
      return refundExceedsText(failure, i18n)
    case 'connection_refused': {
      const { problem, ...words } = failure.values
      return t(`connections.add.problems.${problem}`, words)
    }
    case 'provider_advice':
      return providerAdviceText(failure, i18n)
    case 'foreign_origin':
    case 'not_signed_in':
    case 'no_connection':
    case 'page_outdated':
    case 'not_in_review':
    case 'review_no_response':
    case 'note_no_response':
    case 'verify_unreachable':
    case 'check_unreachable':
    case 'download_incomplete':
    case 'broken_chain':
    case 'view_no_response':
    case 'view_gone':
    case 'email_missing':
    case 'password_missing':
    case 'step_up_required':
    case 'email_malformed':
    case 'email_taken':
    case 'role_unknown':
    case 'role_above_own':
    case 'scope_empty':
    case 'scope_above_own':
    case 'person_above_own':
    case 'connection_unknown':
    case 'needs_all_connections':
    case 'import_running':
    case 'own_account':
    case 'password_wrong':
    case 'password_malformed':
    case 'password_common':
    case 'password_personal':
    case 'address_malformed':
    case 'unknown_person':
    case 'person_disabled':
    case 'last_admin':
    case 'actor_changed':
    case 'link_unusable':
    case 'session_gone':
    case 'time_zone_unknown':
    case 'people_no_response':
      return t(`failures.${failure.code}`)
    case 'name_malformed':
    case 'password_too_short':
    case 'password_too_long':
    case 'invalid_input':
    case 'internal':
    case 'not_found':
    case 'passkey_refused':
    case 'too_many_views':
    case 'connection_unchanged':
      return generalFailureText(failure, i18n)
    case 'too_many_tries':
    case 'too_many_passwords':
    case 'too_many_codes':
    case 'too_often':
      return t(`failures.${failure.code}`, failure.values)
    default:
      return operationFailureWords(failure, i18n)
  }
}

/** Words with values, of what is not about an operation. */
function generalFailureText(
  failure: FailureOf<
    | 'name_malformed'
    | 'password_too_short'
    | 'password_too_long'
    | 'invalid_input'
    | 'internal'
    | 'not_found'
    | 'passkey_refused'
    | 'too_many_views'
    | 'connection_unchanged'
  >,
  { t }: I18n,
): string {
  switch (failure.code) {
    case 'name_malformed':
      return t('failures.name_malformed', { most: PERSON_LIMITS.name })
    case 'password_too_short':
      return t('failures.password_too_short', { least: PERSON_LIMITS.passwordShortest })
    case 'password_too_long':
      return t('failures.password_too_long', { most: PERSON_LIMITS.password })
    case 'invalid_input':
      return failure.values.field === 'none'
        ? t('failures.invalid_input.whole')
        : t('failures.invalid_input.field', failure.values)
    case 'internal':
      return t('failures.internal', failure.values)
    case 'not_found':
      return t(`failures.not_found.${failure.values.what}`)
    case 'passkey_refused':
      return t(`failures.passkey_refused.${failure.values.problem}`)
    case 'too_many_views':
      return t('failures.too_many_views', failure.values)
    case 'connection_unchanged':
      return t(`connections.problems.${failure.values.problem}`, { detail: failure.values.detail })
  }
}

/** The codes whose words are in the catalogue of the operations, and those without any. */
type OperationFailure = Exclude<Failure, SettingFailure | { readonly code: GeneralCode }>

type GeneralCode =
  | Exclude<keyof Messages['failures'], 'unworded'>
  | 'connection_unchanged'
  | 'not_permitted'
  | 'not_allowed'
  | 'operation_open'
  | 'refund_exceeds_charge'
  | 'provider_advice'
  | 'connection_refused'

function operationFailureWords(failure: OperationFailure, { t }: I18n): string {
  switch (failure.code) {
    case 'connection_unusable':
      return t('operationFailures.connection_unusable', failure.values)
    case 'connection_disabled':
      return t('operationFailures.connection_disabled', failure.values)
    case 'provider_not_asked':
      return t('operationFailures.provider_not_asked', failure.values)
    case 'wrong_currency':
      return t('operationFailures.wrong_currency', failure.values)
    case 'repeated_line':
    case 'quantity_invalid':
    case 'quantity_exceeds_left':
    case 'line_amount_exceeds_left':
    case 'nothing_picked':
    case 'line_indivisible':
    case 'quantity_below_captured':
      return t(`operationFailures.${failure.code}`, failure.values)
    case 'too_many_lines':
    case 'item_description_too_long':
      return t(`operationFailures.${failure.code}`, failure.values)
    case 'session_ended':
    case 'nothing_started':
    case 'rest_no_response':
    case 'not_started_yet':
    case 'stale_page':
    case 'operation_id_reused':
    case 'database_refused':
    case 'amount_not_positive':
    case 'amount_exceeds_left':
    case 'amount_too_large':
    case 'lines_required':
    case 'lines_required_unknown':
    case 'lines_unknown':
    case 'lines_differ_from_amount':
    case 'whole_capture_only':
    case 'whole_lines_only':
    case 'whole_pieces_only':
    case 'unknown_line':
    case 'order_differs_from_hold':
    case 'below_captured':
    case 'nothing_changed':
    case 'quantity_unreadable':
    case 'item_incomplete':
    case 'item_without_description':
    case 'item_quantity_invalid':
    case 'item_price_invalid':
    case 'item_vat_invalid':
    case 'item_amount_too_large':
      return t(`operationFailures.${failure.code}`)
    case 'no_list':
    case 'secret_malformed':
    case 'secret_unreadable':
    case 'unauthorized':
    case 'unavailable':
    case 'malformed':
    case 'wrong_account':
    case 'malformed_secret':
    case 'account_connected':
    case 'changed_meanwhile':
    case 'name_of_another_account':
    case 'malformed_request':
    case 'no_such_address':
    case 'method_not_allowed':
    case 'body_too_slow':
    case 'body_too_large':
    case 'length_required':
      break
  }
  // A newer server may answer an older page with a code that the page does not know.
  return failure.message ?? t('failures.unworded', { code: failure.code })
}
