'use client'

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
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
  const [selection, setSelection] = useState<Selection>(NO_SELECTION)

  function select(next: Selection) {
    setSelection(next)
    rememberInTab(KEY, writeSelection(query, next))
  }

  useEffect(() => {
    // Ticks that were set before the script was there count, too.
    const early = shown.filter(({ id }) => findTick(anchor.current, id)?.checked)
    last.current = early.at(-1)?.id ?? null
    const timer = setTimeout(() => {
      setSelection(setTicks(readSelection(query, recallInTab(KEY)), early, true))
    })
    return () => clearTimeout(timer)
    // Only where another list is shown: a page that was read again keeps its selection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [query])

  useEffect(() => {
    for (const { id } of shown) {
      const tick = findTick(anchor.current, id)
      if (tick) tick.checked = selection.has(id)
    }
    const all = findTick(anchor.current, 'all')
    const state = areTicked(selection, shown)
    if (all) Object.assign(all, { checked: state === true, indeterminate: state === null })
  }, [selection, shown])

  useEffect(() => {
    const root = anchor.current?.parentElement
    function onClick({ target, shiftKey }: MouseEvent) {
      const tick = tickOf(target)
      const id = tick?.dataset['tick']
      if (tick === null || id === undefined) return
      const rangeFrom = isShift.current || shiftKey ? last.current : null
      if (id === 'all') select(setTicks(selection, shown, tick.checked))
      else select(changeTick(selection, shown, { id, isTicked: tick.checked, rangeFrom }))
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
            onSelect={select}
            onLeave={() => findTick(anchor.current, last.current ?? 'all')?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}

function tickOf(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset['tick'] !== undefined ? target : null
}

function findTick(anchor: HTMLElement | null, id: string): HTMLInputElement | null {
  return anchor?.parentElement?.querySelector<HTMLInputElement>(`[data-tick="${id}"]`) ?? null
}
