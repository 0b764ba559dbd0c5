import type { Failure } from '@/lib/domain/operation/result'

/** Codes about tags and rules begin with one of these, and no other code does. */
const CODE = /^(tag|rule)_/

type RuleFailure = Extract<Failure, { readonly code: `${'tag' | 'rule'}_${string}` }>

/** True for a failure about tags of payments, or rules that act on them. */
export function isRuleFailure(failure: Failure): failure is RuleFailure {
  return CODE.test(failure.code)
}
