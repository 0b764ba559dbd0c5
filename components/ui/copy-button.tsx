'use client'

import { useEffect, useState } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

type Told = 'nothing' | 'copied' | 'failed'

const SHOWN_MS = 2000

interface Props {
  readonly text: string
  /** What is copied, for the button's name: "order reference". */
  readonly what: string
  readonly className?: string
}

export function CopyButton({ text, what, className }: Props) {
  const [told, setTold] = useState<Told>('nothing')

  useEffect(() => {
    if (told === 'nothing') return
    const timer = setTimeout(() => setTold('nothing'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [told])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setTold('copied')
    } catch {
      setTold('failed')
    }
  }

  return (
    <>
      <button
        type="button"
        title={`Copy ${what}`}
        aria-label={`Copy ${what}`}
        onClick={() => void copy()}
        className={cn(
          'text-ink-faint hover:bg-sunken hover:text-ink inline-grid size-6 shrink-0 cursor-pointer place-items-center rounded-md transition-colors',
          told === 'copied' && 'text-good-ink hover:text-good-ink',
          className,
        )}
      >
        <Icon name={told === 'copied' ? 'check' : 'copy'} className="size-3.5" />
      </button>
      <span role="status" className={told === 'failed' ? 'text-bad-ink text-xs' : 'sr-only'}>
        {told === 'copied' && 'Copied'}
        {told === 'failed' && 'The browser did not allow copying'}
      </span>
    </>
  )
}
