'use client'

import { Button } from '@/components/ui/button'
import type { OperationView } from '@/lib/domain/transaction-view'
import { useCheck, type CheckAction, type CheckAnswer } from './use-check'

interface Props {
  readonly operation: OperationView
  readonly providerName: string
  readonly action: CheckAction
}

/** Looks at the provider before the countdown ends, and says what came of it. */
export function CheckNow({ operation, providerName, action }: Props) {
  const { isLooking, answer, check } = useCheck(operation, action)
  return (
    <>
      <Button
        size="small"
        busy={isLooking}
        onClick={({ currentTarget }) => void check(currentTarget)}
      >
        {isLooking ? 'Looking…' : 'Check now'}
      </Button>
      <p role="status" className="text-ink-soft empty:hidden">
        {isLooking && <span className="sr-only">Looking at {providerName}</span>}
        {answer !== null && answerText(answer, operation, providerName)}
      </p>
    </>
  )
}

function answerText(answer: CheckAnswer, operation: OperationView, providerName: string): string {
  switch (answer.kind) {
    case 'looked':
      return `Looked just now. ${operation.lastCheckFound ?? 'Nothing new was found.'}`
    case 'spared':
      return `${providerName} was looked at a moment ago. Wait a little before the next look.`
    case 'unreachable':
      return 'Paydesk could not be reached. Looking changes nothing, so you can simply try again.'
    case 'refused':
      return answer.message
  }
}
