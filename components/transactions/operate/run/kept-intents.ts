import { forgetInTab, recallInTab, rememberInTab } from '@/components/act/browser-memory'
import { isObject } from '@/components/query/read-json'
import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation/operation'

/** What a dialog keeps over a reload, a sign-in and a refusal. */
export interface KeptIntent {
  /** Stands for one intent (I5): it is kept with its entry, so that a repeat is the same request. */
  readonly operationId: string
  readonly isOpen: boolean
  /** When it was sent, by the browser's clock; null unless its outcome is unknown. */
  readonly sentAtMs: number | null
  /** The entry as typed; null while it is untouched. */
  readonly entry: unknown
}

export interface KeptIntents {
  readonly read: (kind: OperationKind) => KeptIntent | null
  /** Changes a part of an intent, or begins one; returns it as it is then. */
  readonly change: (kind: OperationKind, part: Partial<KeptIntent>) => KeptIntent
  readonly forget: (kind: OperationKind) => void
  /** The kind whose dialog was open, or whose outcome was unknown, when the page went away. */
  readonly unfinished: () => OperationKind | null
  /** No dialog is open any more; what was typed stays. */
  readonly closeAll: () => void
}

/**
 * The intents of one person on one payment, in this tab. What another person typed in it is
 * forgotten. Where the browser keeps nothing they last as long as the page.
 */
export function createKeptIntents(personId: string, transactionId: string): KeptIntents {
  const intents = new Map<OperationKind, KeptIntent>()
  const keyOf = (kind: OperationKind) => `${personId}:${transactionId}:${kind}`
  const read = (kind: OperationKind) => intents.get(kind) ?? parseKept(recallInTab(keyOf(kind)))
  const change = (kind: OperationKind, part: Partial<KeptIntent>): KeptIntent => {
    const after = { ...(read(kind) ?? blankIntent()), ...part }
    intents.set(kind, after)
    const isWorthKeeping = after.isOpen || after.sentAtMs !== null || after.entry !== null
    forgetInTab(`${personId}:`)
    rememberInTab(keyOf(kind), isWorthKeeping ? after : null)
    return after
  }
  return {
    read,
    change,
    forget: (kind) => {
      intents.delete(kind)
      rememberInTab(keyOf(kind), null)
    },
    unfinished: () =>
      OPERATION_KINDS.find((kind) => {
        const kept = read(kind)
        return kept !== null && (kept.isOpen || kept.sentAtMs !== null)
      }) ?? null,
    closeAll: () => {
      for (const kind of intents.keys()) {
        // A sign-out forgets them while the page is still there: they must not come back.
        if (recallInTab(keyOf(kind)) !== null) change(kind, { isOpen: false })
      }
    },
  }
}

function blankIntent(): KeptIntent {
  return { operationId: crypto.randomUUID(), isOpen: false, sentAtMs: null, entry: null }
}

function parseKept(value: unknown): KeptIntent | null {
  if (!isObject(value)) return null
  const { operationId, isOpen, sentAtMs, entry } = value
  if (typeof operationId !== 'string') return null
  return {
    operationId,
    isOpen: isOpen === true,
    sentAtMs: typeof sentAtMs === 'number' ? sentAtMs : null,
    entry: entry ?? null,
  }
}

/**
 * A kept entry, if it still has the shape of `blank`: it may have been kept by an older build.
 * Where `blank` has null, null or a text will do; an empty object takes texts under any names.
 */
export function restoreEntry<E>(blank: E, kept: unknown): E {
  return hasShapeOf(blank, kept) ? (kept as E) : blank
}

function hasShapeOf(blank: unknown, kept: unknown): boolean {
  if (blank === null) return kept === null || typeof kept === 'string'
  if (Array.isArray(blank)) {
    return (
      Array.isArray(kept) && kept.length > 0 && kept.every((part) => hasShapeOf(blank[0], part))
    )
  }
  if (!isObject(blank)) return typeof kept === typeof blank
  if (!isObject(kept) || Array.isArray(kept)) return false
  const names = Object.keys(blank)
  if (names.length === 0) return Object.values(kept).every((part) => typeof part === 'string')
  return names.every((name) => hasShapeOf(blank[name], kept[name]))
}
