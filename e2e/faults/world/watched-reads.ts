import { withoutSense } from '../model/answer-changes'
import type { Participant } from '../plan/participant'
import { changedText, jsonOf } from './bodies'

/** Reads of lists, and of payments that make no sense. */
export class WatchedReads {
  /** Payments that make no sense in any answer. */
  readonly unreadable = new Set<string>()
  /** Hears of each page of the list that has no payments. */
  onEmptyPage: () => void = () => undefined

  constructor(private readonly participant: Pick<Participant, 'wire' | 'list'>) {}

  /** True for pages of the list, and for reads of payments that make no sense. */
  concern(url: string): boolean {
    if (this.participant.list?.path.test(url) === true) return true
    return [...this.unreadable].some((id) => url.includes(encodeURIComponent(id)))
  }

  /** The body of such a read with what makes no sense; null where it stays the same. */
  changedText(url: string, text: string): string | null {
    const { list, wire } = this.participant
    if (list?.path.test(url) === true && list.isEmpty(jsonOf(text))) this.onEmptyPage()
    return changedText(text, (body) => withoutSense(body, this.unreadable, wire.sense))
  }
}
