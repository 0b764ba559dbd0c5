'use client'

import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react'
import { recallInTab, rememberInTab } from '@/components/act/browser-memory'
import type { SelectionBarProps } from './selection-bar'
import {
  areTicked,
  changeTick,
  NO_SELECTION,
  readSelection,
  setTicks,
  writeSelection,
  type Selection,
} from './selection'

/** Not before something is selected. */
const SelectionBar = lazy(() => import('./selection-bar'))

const KEY = 'batch-selection'

export type SelectionKeeperProps = Omit<SelectionBarProps, 'selection' | 'onSelect' | 'onLeave'>

/**
 * Keeps the selection of the rows beside it, and shows what can be done with it. The rows' ticks are plain
 * inputs of the server's: it listens to all of them from the element around both.
 */
export default function SelectionKeeper(list: SelectionKeeperProps) {
  const { shown, query } = list
  const anchor = useRef<HTMLSpanElement>(null)
  const last = useRef<string | null>(null)
  const isShift = useRef(false)
  /** What the tab keeps was read, so that it can be written again. */
  const isRead = useRef(false)
  const [selection, setSelection] = useState<Selection>(NO_SELECTION)

  useEffect(() => {
    const root = rootOf(anchor)
    const early = earlyTicks(root, shown)
    last.current = early.at(-1)?.id ?? null
    const timer = setTimeout(() => {
      const kept = setTicks(readSelection(query, recallInTab(KEY)), early, true)
      // And so does one that was set at this very moment.
      isRead.current = true
      setSelection((now) => setTicks(kept, [...now.values()], true))
    })
    return () => {
      clearTimeout(timer)
      // A row may stand in the next list as well, which begins without a selection.
      showTicks(root, shown, NO_SELECTION)
    }
    // Once for each list: a page that was turned, or read again, keeps its selection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useEffect(() => {
    // A list without a selection leaves that of another one alone.
    const isOver = selection.size === 0 && readSelection(query, recallInTab(KEY)).size === 0
    if (isRead.current && !isOver) rememberInTab(KEY, writeSelection(query, selection))
  }, [query, selection])

  useEffect(() => showTicks(rootOf(anchor), shown, selection), [selection, shown])

  useEffect(() => {
    const root = rootOf(anchor)
    function onClick({ target, shiftKey }: MouseEvent) {
      const tick = tickOf(target)
      const id = tick?.dataset['tick']
      if (tick === null || id === undefined) return
      const rangeFrom = isShift.current || shiftKey ? last.current : null
      if (id === 'all') setSelection(setTicks(selection, shown, tick.checked))
      else setSelection(changeTick(selection, shown, { id, isTicked: tick.checked, rangeFrom }))
      last.current = id
      isShift.current = false
    }
    function onKeyDown(event: KeyboardEvent) {
      if (tickOf(event.target) === null) return
      isShift.current = event.key === ' ' && event.shiftKey
      if (event.key !== 'Enter') return
      event.preventDefault()
      root?.querySelector<HTMLElement>('[data-bar] button')?.focus()
    }
    root?.addEventListener('click', onClick)
    root?.addEventListener('keydown', onKeyDown)
    return () => {
      root?.removeEventListener('click', onClick)
      root?.removeEventListener('keydown', onKeyDown)
    }
  })

  return (
    <>
      <span ref={anchor} hidden />
      {selection.size > 0 && (
        <Suspense>
          <SelectionBar
            {...list}
            selection={selection}
            onSelect={setSelection}
            onLeave={() => findTick(rootOf(anchor), last.current ?? 'all')?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}

/** The rows that were ticked before the script was there, by themselves or all together. */
function earlyTicks(
  root: HTMLElement | null,
  shown: SelectionKeeperProps['shown'],
): SelectionKeeperProps['shown'] {
  const isAll = findTick(root, 'all')?.checked === true
  return shown.filter(({ id }) => isAll || findTick(root, id)?.checked)
}

/** Has the ticks of the rows, and the one of all of them, show a selection. */
function showTicks(
  root: HTMLElement | null,
  shown: SelectionKeeperProps['shown'],
  selection: Selection,
): void {
  for (const { id } of shown) {
    const tick = findTick(root, id)
    if (tick) tick.checked = selection.has(id)
  }
  const all = findTick(root, 'all')
  const state = areTicked(selection, shown)
  if (all) Object.assign(all, { checked: state === true, indeterminate: state === null })
}

/** The element around the rows and this. */
function rootOf({ current }: RefObject<HTMLElement | null>): HTMLElement | null {
  return current?.parentElement ?? null
}

function tickOf(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset['tick'] !== undefined ? target : null
}

function findTick(root: HTMLElement | null, id: string): HTMLInputElement | null {
  return root?.querySelector<HTMLInputElement>(`[data-tick="${id}"]`) ?? null
}
