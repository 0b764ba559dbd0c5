import type { Result } from '@/lib/domain/operation/result'
import { runAction, type ActionDefinition } from './action-core'
import { requestRuntime } from './request-runtime'

/**
 * Makes a server action. Each call checks that it comes from our own origin, that its session is
 * live, that a second factor is there where the role needs one, that the role holds the permission,
 * that the input parses, and that a second factor was proved minutes ago where the settings name the
 * action; then it runs. Answers fail with `foreign_origin`, `not_signed_in`,
 * `second_factor_required`, `not_permitted`, `invalid_input` (with its field), `step_up_required`,
 * `internal`, or what `run` answers. `run` must not redirect: that counts as a throw. The
 * type of the input binds our own pages only; every input that arrives is parsed.
 */
export function defineAction<I, O>(
  definition: ActionDefinition<I, O>,
): (input: I) => Promise<Result<O>> {
  return async (input) => runAction(requestRuntime, definition, input)
}
