import type { FailureValues } from './failure-values'
import type { PlainSettingCode } from './setting-failure'

/** The reason why a person was not added or changed; nothing was written then. */
export type PersonRefusal =
  | 'email_malformed'
  | 'email_taken'
  | 'name_malformed'
  | 'role_unknown'
  | 'role_above_own'
  | 'scope_empty'
  | 'scope_above_own'
  | 'person_above_own'
  | 'connection_unknown'
  | 'own_account'
  | 'password_too_short'
  | 'password_too_long'
  | 'password_malformed'
  | 'password_common'
  | 'password_personal'
  | 'address_malformed'
  | 'unknown_person'
  | 'person_disabled'
  | 'last_admin'
  | 'actor_changed'
  | 'signs_in_by_provider'
  | 'local_ways_off'
  | 'emergency_admin'

/** Codes that say everything by themselves. */
type PlainCode =
  // the door
  | 'not_signed_in'
  | 'email_missing'
  | 'password_missing'
  | 'wrong_credentials'
  | 'local_passwords_off'
  | 'sign_in_over'
  | 'codes_used_up'
  | 'code_malformed'
  | 'code_wrong'
  | 'second_factor_required'
  // people
  | PersonRefusal
  | 'needs_all_connections'
  | 'password_wrong'
  | 'link_unusable'
  | 'session_gone'
  | 'time_zone_unknown'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'second_factor_needed'
  | 'set_up_over'
  | 'people_no_response'
  | 'batch_no_response'
  | PlainSettingCode
  // no answer came
  | 'no_connection'
  | 'page_outdated'
  | 'session_ended'
  | 'nothing_started'
  | 'not_started_yet'
  | 'review_no_response'
  | 'note_no_response'
  | 'rest_no_response'
  | 'tag_no_response'
  | 'tag_malformed'
  | 'tag_too_many'
  | 'rule_no_response'
  | 'rule_name_malformed'
  | 'rule_name_taken'
  | 'rule_times_malformed'
  | 'rule_hours_malformed'
  | 'rule_gone'
  | 'rule_too_many'
  | 'rule_hold_at_longest'
  | 'view_no_response'
  | 'verify_unreachable'
  | 'check_unreachable'
  | 'download_incomplete'
  // operations
  | 'stale_page'
  | 'operation_id_reused'
  | 'database_refused'
  | 'amount_not_positive'
  | 'amount_exceeds_left'
  | 'amount_too_large'
  | 'whole_capture_only'
  | 'not_in_review'
  | 'view_gone'
  // batches
  | 'batch_changed'
  | 'batch_moved_on'
  | 'batch_empty'
  | 'row_not_startable'
  | 'file_not_text'
  | 'file_empty'
  // order lines
  | 'lines_required'
  | 'lines_required_unknown'
  | 'lines_unknown'
  | 'lines_differ_from_amount'
  | 'whole_lines_only'
  | 'whole_pieces_only'
  | 'unknown_line'
  | 'order_differs_from_hold'
  | 'below_captured'
  | 'nothing_changed'
  | 'quantity_unreadable'
  | 'item_incomplete'
  | 'item_without_description'
  | 'item_quantity_invalid'
  | 'item_price_invalid'
  | 'item_vat_invalid'
  | 'item_amount_too_large'
  // connections
  | 'no_list'
  | 'import_running'
  | 'secret_malformed'
  | 'secret_unreadable'

/** Codes whose words come with them: the message of the provider or its client. */
type QuotedCode =
  | 'unauthorized'
  | 'unavailable'
  | 'malformed'
  | 'wrong_account'
  | 'malformed_secret'
  // a connection that is not stored, in words for a terminal
  | 'account_connected'
  | 'changed_meanwhile'
  | 'name_of_another_account'

/** Codes for requests that no page of ours sends; a message is for the program that did. */
type RequestCode =
  | 'foreign_origin'
  | 'malformed_request'
  | 'no_such_address'
  | 'method_not_allowed'
  | 'body_too_slow'
  | 'body_too_large'
  | 'length_required'

/** The fields of a failure beside its code. `field` names the input that it is about. */
type FailureDetails = {
  readonly [C in PlainCode]: {
    readonly values?: undefined
    readonly field?: string
    readonly message?: undefined
  }
} & {
  readonly [C in keyof FailureValues]: {
    readonly values: FailureValues[C]
    readonly field?: string
    readonly message?: string
  }
} & {
  readonly [C in QuotedCode]: {
    readonly values?: undefined
    readonly field?: undefined
    readonly message: string
  }
} & {
  readonly [C in RequestCode]: {
    readonly values?: undefined
    readonly field?: undefined
    readonly message?: string
  }
}

export type FailureCode = keyof FailureDetails

/** The failure of a code. */
export type FailureOf<C extends FailureCode> = {
  [K in C]: { readonly code: K } & FailureDetails[K]
}[C]

/** Why something was not done; `lib/i18n/describe-failure` words it. `message` is the provider's own. */
export type Failure = FailureOf<FailureCode>

/** The result of use cases and server actions: plain objects that cross to the browser. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

interface Refused<C extends FailureCode> {
  readonly ok: false
  readonly error: FailureOf<C>
}

/** Details that are right for every one of these codes. */
type DetailsOfAll<C extends FailureCode> = {
  [K in C]: (details: FailureDetails[K]) => void
}[C] extends (details: infer D) => void
  ? D
  : never

/** A successful result. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A refusal by its code, with the values that its words need. */
export function failure<C extends PlainCode | RequestCode>(code: C): Refused<C>
export function failure<C extends FailureCode>(code: C, details: DetailsOfAll<C>): Refused<C>
export function failure<C extends FailureCode>(code: C, details?: FailureDetails[C]) {
  return { ok: false, error: { code, ...details } }
}
