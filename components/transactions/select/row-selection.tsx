'use client'

import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  type SyntheticEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { recallInTab, rememberInTab } from '@/components/act/browser-memory'
import type { SelectionBarProps } from './selection-bar'
import {
  areTicked,
  changeTick,
  NO_SELECTION,
  readSelection,
  setTicks,
  writeSelection,
  type Candidate,
  type Selection,
} from './selection'

/** No part of the first load: nothing is selected then. */
const SelectionBar = lazy(() => import('./selection-bar'))

const KEY = 'batch-selection'

interface Props extends Omit<SelectionBarProps, 'selection' | 'onSelect' | 'onLeave'> {
  readonly shown: readonly Candidate[]
  readonly children: ReactNode
}

/**
 * The selection of rows in the list within. It outlives turning the page, and a look at a payment; a
 * list of other payments begins without one.
 */
export function RowSelection({ children, ...list }: Props) {
  const { shown, query } = list
  const root = useRef<HTMLDivElement>(null)
  const last = useRef<string | null>(null)
  const isShift = useRef(false)
  const [selection, setSelection] = useState<Selection>(NO_SELECTION)

  function select(next: Selection) {
    setSelection(next)
    rememberInTab(KEY, writeSelection(query, next))
  }

  useEffect(() => {
    // Ticks that were set before the script was there count, too.
    const early = shown.filter(({ id }) => tickOf(root.current, id)?.checked)
    const timer = setTimeout(() => {
      setSelection(setTicks(readSelection(query, recallInTab(KEY)), early, true))
    })
    return () => clearTimeout(timer)
    // Only where another list is shown: a page that was read again keeps its selection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [query])

  useEffect(() => {
    for (const { id } of shown) {
      const tick = tickOf(root.current, id)
      if (tick) tick.checked = selection.has(id)
    }
    const all = tickOf(root.current, 'all')
    const state = areTicked(selection, shown)
    if (all) Object.assign(all, { checked: state === true, indeterminate: state === null })
  }, [selection, shown])

  function onChange({ target, nativeEvent }: SyntheticEvent) {
    if (!(target instanceof HTMLInputElement)) return
    const { tick: id } = target.dataset
    if (id === undefined) return
    const isRange = isShift.current || (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
    const isTicked = target.checked
    const rangeFrom = isRange ? last.current : null
    if (id === 'all') select(setTicks(selection, shown, isTicked))
    else select(changeTick(selection, shown, { id, isTicked, rangeFrom }))
    last.current = id
    isShift.current = false
  }

  function onKeyDown(event: KeyboardEvent) {
    const { target, key, shiftKey } = event
    if (!(target instanceof HTMLInputElement) || target.dataset['tick'] === undefined) return
    isShift.current = key === ' ' && shiftKey
    if (key !== 'Enter') return
    event.preventDefault()
    root.current?.querySelector<HTMLElement>('[data-bar] button')?.focus()
  }

  return (
    <div ref={root} onChange={onChange} onKeyDown={onKeyDown}>
      {children}
      {selection.size > 0 && (
        <Suspense>
          <SelectionBar
            {...list}
            selection={selection}
            onSelect={select}
            onLeave={() => tickOf(root.current, last.current ?? 'all')?.focus()}
          />
        </Suspense>
      )}
    </div>
  )
}

function tickOf(root: HTMLElement | null, id: string): HTMLInputElement | null {
  return root?.querySelector<HTMLInputElement>(`[data-tick="${id}"]`) ?? null
}
