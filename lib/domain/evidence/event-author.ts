import type {
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'

/**
 * The author of an event in a provider's history: this installation, somewhere else by proof, or
 * not known.
 */
export type EventAuthor = 'us' | 'elsewhere' | 'unknown'

/**
 * Makes the function that names the author of an event which does not show the operation in
 * question. The provider's user is proof: ours is `ownUser`, or one that made an event of an
 * operation of ours. An event without a user is from elsewhere once it is known that ours have one;
 * another user proves nothing, for the credentials may have been renewed. Where the provider names
 * no user and leaves out its portal, an event is ours unless others show a reference and this one
 * does not (I9).
 * @param ownUser the provider's name for our user, where the connection states it
 */
export function eventAuthorship(
  { events, historyGaps }: Pick<TransactionSnapshot, 'events' | 'historyGaps'>,
  ownUser: string | null,
): (event: TransactionEvent) => EventAuthor {
  const ofOurs = events.filter(({ operationId }) => operationId !== null)
  const users = new Set(ofOurs.flatMap(({ madeBy }) => madeBy ?? []))
  if (ownUser !== null) users.add(ownUser)
  const hidesPortal = historyGaps.includes('portal')
  const showsReferences = events.some(({ reference }) => reference !== null)
  return ({ operationId, reference, madeBy }) => {
    if (operationId !== null || reference !== null) return 'elsewhere'
    if (madeBy === undefined) return hidesPortal && !showsReferences ? 'us' : 'unknown'
    if (madeBy === null) return users.size > 0 ? 'elsewhere' : 'unknown'
    return users.has(madeBy) ? 'us' : 'unknown'
  }
}
