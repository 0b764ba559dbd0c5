import { Database, type Db } from '@/db/client'

/** What becomes of a statement: it never arrives, or it takes effect and its answer is lost. */
export type Fate = 'sound' | 'never_arrives' | 'answer_lost'

/** A database to which the connection breaks around single statements. */
export class FragileDatabase extends Database {
  #fates: readonly Fate[] = []

  /** Decides on the next statements, in their order; all after these are sound. */
  foretell(...fates: readonly Fate[]): void {
    this.#fates = fates
  }

  override async run<T>(query: (db: Db) => PromiseLike<T>): Promise<T> {
    const [fate = 'sound', ...rest] = this.#fates
    this.#fates = rest
    if (fate === 'never_arrives') throw new Error('the connection was lost')
    const result = await super.run(query)
    if (fate === 'answer_lost') throw new Error('the connection was lost')
    return result
  }
}
