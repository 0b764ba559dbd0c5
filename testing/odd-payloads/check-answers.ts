import type { WebhookReading } from '@/lib/providers/webhook-port'
import { Prng } from '@/sandbox/prng'
import type { PayloadResults } from './check-payloads'
import { mutate, type Path } from './mutations'

/** A provider's answer to an operation, or its own call, as bodies that mean one thing each. */
export interface AnswerKind {
  readonly answers: readonly { readonly body: unknown; readonly meaning: string }[]
  /** What the client takes a body for. */
  readonly meaningOf: (body: string) => string | Promise<string>
  /** True where a change at this place may lead to another meaning than the original. */
  readonly allows: (meaning: string, original: string, path: Path) => boolean
}

/**
 * Reads answers with one change each. None may throw, and none may mean what was not said: an
 * answer that has become vague is doubted, and never taken for its opposite.
 */
export async function checkAnswers(
  kind: AnswerKind,
  count: number,
  seed: number,
): Promise<PayloadResults> {
  const random = new Prng(seed)
  const violations: string[] = []
  let accepted = 0
  for (const { body, meaning: original } of kind.answers) {
    const meaning = await kind.meaningOf(JSON.stringify(body))
    if (meaning !== original) violations.push(`unchanged: ${meaning} instead of ${original}`)
  }
  for (let tried = 0; tried < count; tried += 1) {
    const { body, meaning: original } = random.pick(kind.answers)
    const { kind: change, path, payload } = mutate(body, random)
    const where = `${original}, ${change} at ${path.join('.')}`
    try {
      const meaning = await kind.meaningOf(JSON.stringify(payload))
      accepted += meaning === original ? 1 : 0
      if (meaning === original || kind.allows(meaning, original, path)) continue
      violations.push(`${where}: ${meaning}`)
    } catch (error) {
      violations.push(`${where}: throws ${String(error)}`)
    }
  }
  return { count, accepted, violations: [...new Set(violations)] }
}

/** What is vague may stay open: nothing that was done becomes a refusal, nor the reverse. */
export function allowsDoubt(meaning: string): boolean {
  return meaning === 'unknown' || meaning === 'pending'
}

/** A call's reading in one text: its problem, or the payment and the reference that it names. */
export function meaningOfCall(reading: WebhookReading): string {
  if (!reading.ok) return reading.problem
  const { providerTransactionId: id, orderReference: reference } = reading.notice
  return `payment ${id ?? 'unnamed'} of ${reference ?? 'no order'}`
}
