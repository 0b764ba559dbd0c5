import type { Role } from '@/lib/domain/permission'
import type { EventError, EventKind, TransactionEvent } from '@/lib/domain/transaction-snapshot'
import type { OperationView, TransactionView } from '@/lib/domain/transaction-view'
import { dayKey } from '@/lib/format/dates'
import {
  EVENT_LABELS,
  EVENT_STATE_LABELS,
  OPERATION_LABELS,
  STATE_LABELS,
  type Label,
} from '@/lib/format/labels'

export type Who =
  | { readonly kind: 'person'; readonly name: string; readonly role: Role }
  | { readonly kind: 'customer' }
  /** Done at the provider by somebody who did not use us. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'provider' }

export interface HistoryEntry {
  readonly id: string
  readonly at: Date
  readonly who: Who
  readonly what: string
  readonly state: Label
  readonly amountMinor: number | null
  readonly providerReference: string | null
  /** Why it failed, or why it was asked for. */
  readonly note: string | null
  readonly code: string | null
  /** The operation of this story, if it was asked for here. */
  readonly operationId: string | null
}

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
  other: { kind: 'provider' },
}

/**
 * One story a row, newest first: what the provider tells of an operation and the operation itself
 * are the same row, under the name of the person who asked. A pending event gives way to the one
 * that closes it.
 */
export function historyEntries(
  transaction: Pick<TransactionView, 'events' | 'operations'>,
): readonly HistoryEntry[] {
  const closed = new Set(transaction.events.flatMap((event) => event.closes))
  const told = new Set<string>()
  const fromEvents = transaction.events
    .filter((event) => event.state !== 'pending' || !closed.has(event.providerEventId))
    .map((event) => {
      const operation = transaction.operations.find((candidate) => isSameStory(event, candidate))
      if (operation !== undefined) told.add(operation.id)
      return operation === undefined ? eventEntry(event) : storyEntry(event, operation)
    })
  const fromOperations = transaction.operations
    .filter((operation) => !told.has(operation.id))
    .map(operationEntry)
    .reverse()
  return [...fromEvents, ...fromOperations]
    .map((entry, position) => ({ entry, position }))
    .sort(
      (one, other) =>
        other.entry.at.getTime() - one.entry.at.getTime() || other.position - one.position,
    )
    .map(({ entry }) => entry)
}

/** The same entries under the calendar days of the business. */
export function historyDays(entries: readonly HistoryEntry[]): readonly HistoryDay[] {
  const days = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const key = dayKey(entry.at)
    const day = days.get(key)
    if (day === undefined) days.set(key, [entry])
    else day.push(entry)
  }
  return [...days].map(([key, group]) => ({ key, entries: group }))
}

function isSameStory(event: TransactionEvent, operation: OperationView): boolean {
  return event.operationId === operation.id || event.reference === operation.reference
}

function eventEntry(event: TransactionEvent): HistoryEntry {
  return {
    id: event.providerEventId,
    at: event.occurredAt,
    who: DOERS[event.kind],
    what: event.kind === 'other' ? event.providerKind : EVENT_LABELS[event.kind],
    state: EVENT_STATE_LABELS[event.state],
    amountMinor: event.amountMinor,
    providerReference: event.providerReference,
    note: event.error?.message ?? null,
    code: errorCode(event.error),
    operationId: null,
  }
}

function storyEntry(event: TransactionEvent, operation: OperationView): HistoryEntry {
  const entry = operationEntry(operation)
  return {
    ...entry,
    id: event.providerEventId,
    at: event.occurredAt,
    providerReference: event.providerReference,
    note: event.error?.message ?? entry.note,
    code: errorCode(event.error) ?? entry.code,
  }
}

function operationEntry(operation: OperationView): HistoryEntry {
  const refused = operation.state === 'refused' || operation.state === 'not_sent'
  return {
    id: operation.id,
    at: operation.createdAt,
    who: { kind: 'person', name: operation.actorName, role: operation.actorRole },
    what: OPERATION_LABELS[operation.kind],
    state: STATE_LABELS[operation.state],
    amountMinor: operation.amountMinor,
    providerReference: null,
    note: refused ? operation.message : operation.reason,
    code: refused ? operation.refusalCode : null,
    operationId: operation.id,
  }
}

function errorCode(error: EventError | null): string | null {
  return error?.code ?? null
}
