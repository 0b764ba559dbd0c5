import type { ImportEnd } from '../model/messages'
import type { World } from '../world/world'
import { Gate } from './gate'

interface SharedEnd extends ImportEnd {
  /** Number of pages of the list without payments. */
  readonly emptyPages: number
}

/** One import of the main account for all who want one at about the same time. */
export class SharedImport {
  readonly #gate = new Gate(6, 2_000)
  #last: Promise<unknown> = Promise.resolve()
  #next: Promise<SharedEnd> | null = null

  constructor(private readonly world: World) {}

  /** Waits for an import that began after this call. */
  async join(): Promise<SharedEnd> {
    await this.#gate.enter()
    this.#next ??= this.#last.then(() => {
      this.#next = null
      return this.#import()
    })
    const next = this.#next
    this.#last = next.catch(() => undefined)
    return next
  }

  /** The whole list, to a last page that is empty; without a list, what makes no sense. */
  async #import(): Promise<SharedEnd> {
    const { participant, sandbox, importer, connections, provider } = this.world
    const { list, accounts } = participant
    const { reads } = provider
    await list?.endWithEmptyPage(sandbox.control, accounts.main.accountId)
    let emptyPages = 0
    reads.onEmptyPage = () => {
      emptyPages += 1
    }
    const references = list === null ? [...reads.unreadable] : null
    const end = await importer.import(connections.main, references)
    reads.onEmptyPage = () => undefined
    return { ...end, emptyPages }
  }
}
