/** Codes of our own details about an operation; the screen has the words. */
export type StatusDetailCode =
  // How a request fared on the wire.
  | 'no_connection'
  | 'too_late'
  | 'no_answer_in_time'
  | 'answer_too_large'
  | 'connection_broke'
  // Why nothing was sent.
  | 'no_access'
  | 'nothing_to_move'
  | 'slow_down'
  | 'busy'
  | 'no_provider_id'
  | 'not_looked_first'
  | 'entity_not_known'
  | 'in_other_currency'
  | 'two_decimals_only'
  | 'capture_not_found_now'
  | 'stored_card_not_found_now'
  | 'no_stored_card'
  | 'no_change_possible'
  | 'rest_not_voidable'
  | 'less_is_held'
  | 'whole_voids_only'
  | 'several_captures'
  | 'less_to_refund'
  // What an answer of the provider proves, and what not.
  | 'accepted_for_later'
  | 'done_but_unseen'
  | 'http_status'
  | 'unreadable_answer'
  | 'figures_contradict'
  | 'other_payment'
  | 'other_currency'
  | 'other_amount'
  | 'other_total'
  | 'other_kind'
  | 'other_reference'
  | 'no_new_id'
  | 'reported_twice'
  | 'not_shown'
  | 'not_in_history'
  | 'not_read_back'
  | 'partly_done'
  | 'less_released'
  | 'no_clear_result'
  | 'refused_but_shown'
  | 'refused_with_change'
  | 'refused_or_done'
  // Results of checks at the provider.
  | 'never_sent'
  | 'sender_stopped'
  | 'sender_alive'
  | 'not_readable'
  | 'still_working'
  | 'history_lags'
  | 'no_result_yet'
  | 'changed_unexplained'
  | 'ours_or_anothers'
  | 'lost_beside_change'
  | 'vanished'
  | 'never_told'
  | 'not_told'
  | 'no_trace'
  | 'no_trace_so_far'
  // What nothing proves, and people settled.
  | 'decided_by_people'

/** Words of ours, by their code and what goes into them. */
export interface CodedStatusDetail {
  readonly code: StatusDetailCode
  readonly values?: Readonly<Record<string, string | number>>
}

/** Words of ours, or those of a provider, a person or an earlier version as they were written. */
export type StatusDetail = CodedStatusDetail | string

/** True when an outcome is a decision of people, and not proved by the provider. */
export function isDecidedByPeople(detail: StatusDetail | null): boolean {
  return detail !== null && typeof detail !== 'string' && detail.code === 'decided_by_people'
}

/** A status detail as plain text: the words of others as they are, ours as for logs. */
export function plainText(detail: StatusDetail): string {
  return typeof detail === 'string' ? detail : plainStatusDetail(detail)
}

/** A status detail for logs and command lines: "connection broke (ECONNRESET)". */
export function plainStatusDetail({ code, values = {} }: CodedStatusDetail): string {
  const words = code.replaceAll('_', ' ')
  const details = Object.values(values).join(', ')
  return details === '' ? words : `${words} (${details})`
}
