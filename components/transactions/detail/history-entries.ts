import { ownEvents } from '@/lib/domain/evidence/attribution'
import { merchantReference } from '@/lib/domain/operation/operation'
import { isDecidedByPeople } from '@/lib/domain/operation/status-detail'
import type {
  EventError,
  EventKind,
  HistoryGap,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { correctionOf } from '@/lib/domain/rules/correction'
import { orderNews } from '@/lib/domain/rules/order-news'
import type { NoteView, OperationView, TransactionView } from '@/lib/domain/view/transaction-view'
import type { HistoryEntry, Who } from './history-entry'
import { withOrderNews } from './with-order-news'

export interface HistoryDay {
  readonly key: string
  readonly entries: readonly HistoryEntry[]
}

const DOERS: Readonly<Record<EventKind, Who>> = {
  initiate: { kind: 'customer' },
  authorize: { kind: 'customer' },
  capture: { kind: 'outside' },
  refund: { kind: 'outside' },
  void: { kind: 'outside' },
  settle: { kind: 'provider' },
  chargeback: { kind: 'provider' },
  chargeback_reversal: { kind: 'provider' },
  other: { kind: 'provider' },
}

/**
 * One activity a row, newest first and those of unknown time last: the provider's event of an
 * operation and the operation itself are the same row, under the name of the person who requested
 * it. A pending event is left out once another closes it. Notes are included by time.
 */
export function historyEntries(
  transaction: Pick<TransactionView, 'events' | 'historyGaps' | 'items' | 'operations' | 'notes'>,
): readonly HistoryEntry[] {
  const items = transaction.items.map(({ item }) => item)
  const news = orderNews(transaction.events, items)
  const closed = new Set(transaction.events.flatMap((event) => event.closes))
  const reported = new Set<string>()
  const fromEvents = transaction.events
    .filter((event) => event.state !== 'pending' || !closed.has(event.providerEventId))
    .map((event) => {
      const operation = transaction.operations.find(({ id: operationId, reference }) =>
        ownEvents(transaction.events, { operationId, reference }).includes(event),
      )
      if (operation === undefined) {
        const entry = eventEntry(event, transaction.historyGaps)
        return withOrderNews(entry, news.get(event.providerEventId), transaction.historyGaps)
      }
      const entry = ownEventEntry(event, operation, transaction)
      const isFirst = !reported.has(operation.id)
      reported.add(operation.id)
      return isFirst ? { ...entry, id: operation.id } : entry
    })
  const fromOperations = transaction.operations
    .filter((operation) => !reported.has(operation.id))
    .map(operationEntry)
    .reverse()
  return [...fromEvents, ...fromOperations, ...transaction.notes.map(noteEntry)]
    .map((entry, position) => ({ entry, position }))
    .sort((one, other) => timeOf(other.entry) - timeOf(one.entry) || other.position - one.position)
    .map(({ entry }) => entry)
}

function timeOf({ at }: HistoryEntry): number {
  return at?.getTime() ?? 0
}

/** The same entries under calendar days, which `dayKey` names; those of unknown time together. */
export function historyDays(
  entries: readonly HistoryEntry[],
  dayKey: (at: Date) => string,
): readonly HistoryDay[] {
  const days = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const key = entry.at === null ? 'unreported' : dayKey(entry.at)
    const day = days.get(key)
    if (day === undefined) days.set(key, [entry])
    else day.push(entry)
  }
  return [...days].map(([key, group]) => ({ key, entries: group }))
}

function eventEntry(event: TransactionEvent, gaps: readonly HistoryGap[]): HistoryEntry {
  const who = DOERS[event.kind]
  return {
    id: event.providerEventId,
    at: event.occurredAt,
    who: who.kind === 'outside' && gaps.includes('who') ? { kind: 'unreported' } : who,
    activity: {
      of: 'event',
      kind: event.kind,
      providerKind: event.providerKind,
      state: event.state,
    },
    amountMinor: event.amountMinor,
    providerReference: event.providerReference,
    note: event.error?.message ?? null,
    code: errorCode(event.error),
    reason: null,
    lines: event.lines,
    orderChanges: [],
    label: merchantReference(event.reference),
    isCorrection: false,
    operationId: null,
  }
}

/**
 * An event of an operation of ours. One that corrects its refusal is the provider's own, except
 * where the refused event itself was amended.
 */
function ownEventEntry(
  event: TransactionEvent,
  operation: OperationView,
  { events, historyGaps }: Pick<TransactionView, 'events' | 'historyGaps'>,
): HistoryEntry {
  const correction = correctionOf(operation, events)
  const isCorrection = correction?.providerEventId === event.providerEventId
  if (!isCorrection || event.error !== null) {
    return { ...ownOperationEntry(event, operation), isCorrection }
  }
  const { id: operationId } = operation
  const repair = eventEntry(event, historyGaps)
  return { ...repair, who: { kind: 'provider' }, isCorrection, operationId }
}

/** An event of an update may name the whole new order: its changes say what is new in it. */
function ownOperationEntry(event: TransactionEvent, operation: OperationView): HistoryEntry {
  const entry = operationEntry(operation)
  const isUpdate = entry.orderChanges.length > 0
  return {
    ...entry,
    id: event.providerEventId,
    at: event.occurredAt ?? entry.at,
    providerReference: event.providerReference,
    note: event.error?.message ?? entry.note,
    lines: event.lines.length > 0 && !isUpdate ? event.lines : entry.lines,
    code: errorCode(event.error) ?? entry.code,
  }
}

function operationEntry(operation: OperationView): HistoryEntry {
  const refused = operation.state === 'refused' || operation.state === 'not_sent'
  return {
    id: operation.id,
    at: operation.createdAt,
    who: { kind: 'person', name: operation.actorName, role: operation.actorRole },
    activity: { of: 'operation', kind: operation.kind, state: operation.state },
    amountMinor: operation.amountMinor,
    providerReference: null,
    note: refused || isDecidedByPeople(operation.message) ? operation.message : null,
    reason: operation.reason,
    code: refused ? operation.refusalCode : null,
    lines: operation.lines,
    orderChanges: operation.orderChanges ?? [],
    label: merchantReference(operation.reference),
    isCorrection: false,
    operationId: operation.id,
  }
}

function noteEntry(note: NoteView): HistoryEntry {
  return {
    id: note.id,
    at: note.writtenAt,
    who: { kind: 'person', name: note.authorName, role: note.authorRole },
    activity: { of: 'note' },
    amountMinor: null,
    providerReference: null,
    note: note.text,
    reason: null,
    code: null,
    lines: [],
    orderChanges: [],
    label: null,
    isCorrection: false,
    operationId: null,
  }
}

function errorCode(error: EventError | null): string | null {
  return error?.code ?? null
}
