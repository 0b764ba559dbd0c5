import type { Saying } from '@/lib/domain/operation/saying'
import { retryTime } from '../http/retry-after'
import type { HttpAnswer } from '../http/send-request'
import type { OperationCommand, SendResult } from '../port'
import { readEnvelope } from './envelope'
import { refusalOfMeta } from './refusal'
import { writtenSchema } from './schema'

/** What one answer to a write says: it is over, or these operations were made and must be read. */
export type Judgement =
  | { readonly kind: 'over'; readonly result: SendResult }
  | { readonly kind: 'made'; readonly operationIds: readonly string[] }

type Answered = Extract<HttpAnswer, { kind: 'answer' }>

/**
 * Judges the answer to a capture, credit or delete. `meta.result` decides, not the HTTP status;
 * only an answer without it is judged by its status (fact sheet §5, clarification 4).
 */
export function judgeAnswer(command: OperationCommand, answer: HttpAnswer): Judgement {
  if (answer.kind === 'not_sent') return over({ outcome: 'not_sent', message: answer.problem })
  if (answer.kind === 'lost') return unknown(answer.problem)
  const envelope = readEnvelope(answer.body)
  if (envelope === null) return judgeStatus(answer)
  if (!envelope.meta.result) {
    const refusal = refusalOfMeta(envelope.meta, command.currency)
    return over({ outcome: 'refused', refusal, snapshot: null })
  }
  const written = writtenSchema.safeParse(envelope.body)
  if (!written.success) return unknown({ code: 'not_shown' })
  return { kind: 'made', operationIds: written.data.transactionoperations.map(({ id }) => id) }
}

function judgeStatus(answer: Answered): Judgement {
  const { status } = answer
  if (status === 401 || status === 403) {
    const message = 'The provider did not accept our credentials.'
    const refusal = { code: 'credentials_rejected', message, retry: { kind: 'not_said' } } as const
    return over({ outcome: 'refused', refusal, snapshot: null })
  }
  if (status === 429) {
    const retryAt = retryTime(answer, Date.now())
    return over({ outcome: 'not_sent', message: { code: 'slow_down' }, retryAt })
  }
  return unknown({ code: 'http_status', values: { status } })
}

function unknown(message: Saying): Judgement {
  return over({ outcome: 'unknown', message })
}

function over(result: SendResult): Judgement {
  return { kind: 'over', result }
}
