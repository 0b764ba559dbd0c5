'use client'

import { use, useEffect, useState } from 'react'
import { restoreEntry } from './run/kept-intents'
import { KeptEntryContext } from './run/use-intent'

/** The form of an operation dialog: its entry, and when missing entries are shown as errors. */
export interface OperationForm<E> {
  /** As typed. It is kept while the dialog has the same intent. */
  readonly entry: E
  readonly change: (part: Partial<E>) => void
  /** After a try to send, what is missing is said as well as what is wrong. */
  readonly showErrors: boolean
  /**
   * A try to send what is not complete: shows the errors, with the focus on the first invalid
   * field.
   */
  readonly onIncomplete: (form: HTMLFormElement) => void
}

/** One form for one intent; `blank` is what it begins with unless an entry was kept. */
export function useOperationForm<E extends object>(blank: () => E): OperationForm<E> {
  const kept = use(KeptEntryContext)
  const [initial] = useState(() => restoreEntry(blank(), kept.entry))
  const [entry, setEntry] = useState(initial)
  const [showErrors, setShowErrors] = useState(false)
  const { keep } = kept

  useEffect(() => {
    if (entry !== initial) keep(entry)
  }, [entry, initial, keep])

  return {
    entry,
    change: (part) => setEntry((before) => ({ ...before, ...part })),
    showErrors,
    onIncomplete: (form) => {
      setShowErrors(true)
      // The fields are marked as invalid with the next rendering.
      requestAnimationFrame(() => {
        form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
      })
    },
  }
}
