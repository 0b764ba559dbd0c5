import type { PaymentGroup } from './plan'
import { ORDER, OTHER_ACCOUNT, type World } from './world'

const DAY_MS = 86_400_000

/** Imports both accounts; no payment may be away from its connection meanwhile. */
export async function importAll(world: World): Promise<void> {
  await importAccount(world, 'main')
  await importAccount(world, 'other')
}

export async function importAccount(
  { importer, connections }: World,
  name: 'main' | 'other',
): Promise<void> {
  const problem = await importer.import(connections[name])
  if (problem !== null) throw new Error(`the payments cannot be imported: ${problem}`)
}

interface Supplied {
  readonly id: string
  readonly providerId: string
}

/** Fresh payments, made at the provider and imported as a merchant imports them. */
export class PaymentSupply {
  readonly #fresh: Readonly<Record<PaymentGroup, Supplied[]>>

  private constructor(readonly all: Readonly<Record<PaymentGroup, readonly Supplied[]>>) {
    const { usual, expired, unsteady } = all
    this.#fresh = { usual: [...usual], expired: [...expired], unsteady: [...unsteady] }
  }

  static async make(
    world: World,
    counts: Readonly<Record<PaymentGroup, number>>,
  ): Promise<PaymentSupply> {
    const ids: Record<PaymentGroup, readonly string[]> = { usual: [], expired: [], unsteady: [] }
    for (const group of ['usual', 'expired', 'unsteady'] as const) {
      ids[group] = await mint(world, group, counts[group])
    }
    await importAll(world)
    const rows = await world.sql<Supplied[]>`
      select id, provider_transaction_id as "providerId" from transactions`
    const known = new Map(rows.map((row) => [row.providerId, row]))
    const imported = (group: PaymentGroup): Supplied[] =>
      ids[group].map((id) => {
        const row = known.get(id)
        if (row === undefined) throw new Error(`payment ${id} was not imported`)
        return row
      })
    const [usual, expired] = [imported('usual'), imported('expired')]
    return new PaymentSupply({ usual, expired, unsteady: imported('unsteady') })
  }

  /** A payment that nobody has touched; undefined when none is left. */
  take(group: PaymentGroup): Supplied | undefined {
    return this.#fresh[group].shift()
  }

  get providerIds(): string[] {
    return Object.values(this.all).flatMap((payments) => payments.map((one) => one.providerId))
  }
}

async function mint(world: World, group: PaymentGroup, count: number): Promise<readonly string[]> {
  if (count === 0) return []
  const days = group === 'expired' ? -1 : 20
  const minted = await world.sandbox.control.mintMany({
    ...{ count, items: ORDER, expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() },
    ...(group === 'unsteady' && { accountId: OTHER_ACCOUNT }),
  })
  return minted.ids
}
