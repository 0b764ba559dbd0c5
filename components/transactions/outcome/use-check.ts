'use client'

import { useRouter } from 'next/navigation'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import type { CheckInput } from '@/lib/domain/operation/inputs'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { Failure, Result } from '@/lib/domain/operation/result'
import type { OperationView, RequestedCheck } from '@/lib/domain/view/transaction-view'
import { useOperationState } from './operation-state'

/** The heading of the card that shows the result. */
export const OPERATION_TITLE_ID = 'operation-title'

export type CheckAction = (input: CheckInput) => Promise<Result<RequestedCheck>>

const NO_RESPONSE: Failure = { code: 'check_unreachable' }

/**
 * Checks at the provider now. It only reads, one check at a time, so that pressing often is safe.
 */
export function useCheck(operation: OperationView, action: CheckAction) {
  const router = useRouter()
  const { report } = useOperationState()
  const { isPending, answer, run } = useOneAtATime(
    () => action({ operationId: operation.id }),
    NO_RESPONSE,
  )

  async function check(button: HTMLElement): Promise<void> {
    const result = await run()
    if (result?.ok !== true) return
    const { operation: found } = result.value
    report(found)
    if (isOpen(found.state)) return
    // The button is about to go or has gone, so that the focus moves to the result.
    const { activeElement, body } = document
    if (activeElement === button || activeElement === body) {
      document.getElementById(OPERATION_TITLE_ID)?.focus()
    }
    router.refresh()
  }

  return { isChecking: isPending, answer, check }
}
