import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import { Prng } from '@/sandbox/prng'
import { mutate, type Path } from './mutations'

/** The result of reading a payload that holds one payment. */
export interface PayloadRead {
  readonly snapshots: readonly TransactionSnapshot[]
  readonly malformed: readonly MalformedEntry[]
}

/** A payment's money, as a payload says it. */
export type Money = Pick<TransactionSnapshot, 'amountMinor' | 'totals'>

export interface PayloadKind {
  /** Payloads of one payment each, as the provider sends them. */
  readonly payloads: readonly unknown[]
  /** The provider's own way from the text of a body to what is kept and what is reported. */
  readonly read: (body: string) => PayloadRead | Promise<PayloadRead>
  /** The provider's id of the payment in a payload. */
  readonly paymentId: string
  /** The shop's reference in every payload, and the member that names it. */
  readonly reference: { readonly text: string; readonly member: string }
  /** The ids by which a payload's operations may be reported. */
  readonly entryIds: readonly string[]
  readonly decidesMoney: (path: Path) => boolean
  /** The money that a payload says by the fact sheet's rule alone. */
  readonly moneyOf: (payload: unknown) => Money
  /** False where the change took the payment out of a list; all payloads hold one without this. */
  readonly hasPayment?: (payload: unknown) => boolean
  /** True where a payload holds an entry that could belong to the payment and names none. */
  readonly hasStray?: (payload: unknown) => boolean
}

export interface PayloadResults {
  readonly count: number
  readonly accepted: number
  /** What must never happen, each with the change that made it. */
  readonly violations: readonly string[]
}

/**
 * Reads payloads with one change each. None may throw or be lost: it is a payment or reported, with
 * an id that it has, under the shop's reference. The money of a payment is the original's; where the change was made to what
 * decides about money it is what the changed payload says, or the payment's state is unknown. An
 * entry that is reported and names no payment excuses no other money.
 */
export async function checkPayloads(
  kind: PayloadKind,
  count: number,
  seed: number,
): Promise<PayloadResults> {
  const random = new Prng(seed)
  const violations: string[] = []
  let accepted = 0
  for (let tried = 0; tried < count; tried += 1) {
    const original = random.pick(kind.payloads)
    const mutation = mutate(original, random)
    const where = `${mutation.kind} at ${mutation.path.join('.')}`
    try {
      const read = await kind.read(JSON.stringify(mutation.payload))
      accepted += read.snapshots.length > 0 ? 1 : 0
      const problem = findProblem(kind, original, mutation, read)
      if (problem !== null) violations.push(`${where}: ${problem}`)
    } catch (error) {
      violations.push(`${where}: throws ${String(error)}`)
    }
  }
  return { count, accepted, violations: [...new Set(violations)] }
}

function findProblem(
  kind: PayloadKind,
  original: unknown,
  { path, payload }: { readonly path: Path; readonly payload: unknown },
  { snapshots, malformed }: PayloadRead,
): string | null {
  const [snapshot] = snapshots
  const reported = malformed.map((one) => one.providerTransactionId)
  const isOfId = isNaming(path)
  const isNamed = reported.some(
    (id) => id === kind.paymentId || (id !== null && kind.entryIds.includes(id)),
  )
  if (snapshot === undefined) {
    if (malformed.length === 0) return kind.hasPayment?.(payload) === false ? null : 'lost'
    return isNamed || isOfId ? null : 'reported without its id'
  }
  if (snapshot.providerTransactionId !== kind.paymentId && !isOfId) return 'has another id'
  const isReferenceKept = snapshot.orderReference === kind.reference.text
  if (!isReferenceKept && path.at(-1) !== kind.reference.member && !isOfId) {
    return `has the reference ${String(snapshot.orderReference)}`
  }
  if (isSame(snapshot, kind.moneyOf(original))) return null
  if (!kind.decidesMoney(path)) return 'has other money'
  if (snapshot.phase === 'unknown') return null
  if (malformed.length > 0 && kind.hasStray?.(payload) === true) return 'lacks what was reported'
  if (isSame(snapshot, kind.moneyOf(payload))) return null
  return `has money that it does not say: ${JSON.stringify(snapshot.totals)}`
}

/** The change was made to an id, or to the whole in which it stands. */
function isNaming(path: Path): boolean {
  const name = path.at(-1)
  return (
    typeof name === 'number' ||
    ['id', 'external_id', 'payment', 'payments', 'transaction'].includes(name ?? '')
  )
}

function isSame(snapshot: Money, money: Money): boolean {
  return (
    snapshot.amountMinor === money.amountMinor &&
    Object.entries(money.totals).every(
      ([name, minor]) => snapshot.totals[name as keyof Money['totals']] === minor,
    )
  )
}

/** As many payloads as `npm run properties` asks for, or as fit into the unit tests. */
export function payloadCount(): number {
  return Number(process.env.PAYDESK_ODD_PAYLOADS)
}

/** The line that the command prints. */
export function describeResults(name: string, { count, accepted }: PayloadResults): string {
  const share = Math.round((accepted / count) * 1000) / 10
  return `${name}: ${count} odd payloads, ${accepted} still shown (${share} %), the others reported\n`
}

/** The line that the command prints about answers and calls. */
export function describeAnswers(name: string, { count, accepted }: PayloadResults): string {
  const share = Math.round((accepted / count) * 1000) / 10
  return `${name}: ${count} odd answers, ${accepted} still understood (${share} %), the others doubted\n`
}
