import type { AccountName } from '../plan/participant'
import type { PaymentGroup } from '../plan/plan'
import type { World } from '../world/world'

export interface Supplied {
  readonly id: string
  readonly providerId: string
}

type ByGroup<T> = Readonly<Record<PaymentGroup, readonly T[]>>

/** Fresh payments, created at the provider and imported with the product's own import. */
export class PaymentSupply {
  readonly #fresh: Record<PaymentGroup, Supplied[]> = {
    usual: [],
    expired: [],
    unsteady: [],
    batch: [],
  }

  private constructor(
    private readonly world: World,
    private readonly ids: ByGroup<string>,
  ) {}

  static async make(
    world: World,
    counts: Readonly<Record<PaymentGroup, number>>,
  ): Promise<PaymentSupply> {
    const supply = new PaymentSupply(world, {
      usual: await createPayments(world, 'usual', counts.usual),
      expired: await createPayments(world, 'expired', counts.expired),
      unsteady: await createPayments(world, 'unsteady', counts.unsteady),
      batch: await createPayments(world, 'batch', counts.batch),
    })
    await supply.importAll()
    await supply.#take()
    for (const id of supply.ids.expired) {
      await world.participant.expire?.(world.sandbox.control, id)
    }
    return supply
  }

  async #take(): Promise<void> {
    const rows = await this.world.sql<Supplied[]>`
      select id, provider_transaction_id as "providerId" from transactions`
    const known = new Map(rows.map((row) => [row.providerId, row]))
    for (const group of ['usual', 'expired', 'unsteady', 'batch'] as const) {
      this.#fresh[group] = this.ids[group].map((id) => {
        const row = known.get(id)
        if (row === undefined) throw new Error(`payment ${id} was not imported`)
        return row
      })
    }
  }

  /** An untouched payment; undefined when none is left. */
  take(group: PaymentGroup): Supplied | undefined {
    return this.#fresh[group].shift()
  }

  /** All untouched payments of a group. */
  takeAll(group: PaymentGroup): readonly Supplied[] {
    return this.#fresh[group].splice(0)
  }

  get providerIds(): string[] {
    return Object.values(this.ids).flat()
  }

  /**
   * Imports both accounts. Every payment must be back at its own connection by then.
   * @param onProblem hears why an import did not come to its end
   */
  async importAll(onProblem = fail): Promise<void> {
    const hasList = this.world.participant.list !== null
    const { usual, expired, unsteady, batch } = this.ids
    await this.#import('main', hasList ? null : [...usual, ...expired, ...batch], onProblem)
    await this.#import('other', hasList ? null : unsteady, onProblem)
  }

  /** Imports one payment again. */
  refresh(group: PaymentGroup, providerId: string): Promise<void> {
    return this.#import(accountOf(group), [providerId])
  }

  async #import(
    account: AccountName,
    references: readonly string[] | null,
    onProblem = fail,
  ): Promise<void> {
    const { importer, connections, provider } = this.world
    const { problem, unread } = await importer.import(connections[account], references)
    if (problem !== null) onProblem(problem)
    const strange = unread.filter((id) => id === null || !provider.reads.unreadable.has(id))
    if (strange.length > 0) throw new Error(`payments make no sense: ${strange.join(', ')}`)
  }
}

function fail(problem: string): void {
  throw new Error(`the payments cannot be imported: ${problem}`)
}

function accountOf(group: PaymentGroup): AccountName {
  return group === 'unsteady' ? 'other' : 'main'
}

/** Creates payments and returns their ids, alternating between the two halves. */
export async function createPayments(
  world: World,
  group: PaymentGroup,
  count: number,
): Promise<readonly string[]> {
  const first = await createHalf(world, group, 0, Math.ceil(count / 2))
  const second = await createHalf(world, group, 1, Math.floor(count / 2))
  return first.flatMap((id, index) => [id, ...second.slice(index, index + 1)])
}

async function createHalf(
  { participant, sandbox }: World,
  group: PaymentGroup,
  half: 0 | 1,
  count: number,
): Promise<readonly string[]> {
  if (count === 0) return []
  const { accountId } = participant.accounts[accountOf(group)]
  const created = await sandbox.control.call<{ ids: readonly string[] }>(
    'POST',
    `${participant.provider}/transactions`,
    { ...participant.creationOptions(group === 'expired', half), accountId, count },
  )
  return created.ids
}
