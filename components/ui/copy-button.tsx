'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

type CopyState = 'nothing' | 'copied' | 'failed'

const SHOWN_MS = 2000

interface Props {
  readonly text: string
  /** The name of the copied value, for the button's name: "order reference". */
  readonly what: string
  readonly className?: string
}

export function CopyButton({ text, what, className }: Props) {
  const t = useTranslations('ui')
  const [state, setState] = useState<CopyState>('nothing')

  useEffect(() => {
    if (state === 'nothing') return
    const timer = setTimeout(() => setState('nothing'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }

  return (
    <>
      <button
        type="button"
        title={t('copy', { what })}
        aria-label={t('copy', { what })}
        onClick={() => void copy()}
        className={cn(
          'text-ink-faint hover:bg-sunken hover:text-ink inline-grid size-6 shrink-0 cursor-pointer place-items-center rounded-md transition-colors',
          state === 'copied' && 'text-good-ink hover:text-good-ink',
          className,
        )}
      >
        <Icon name={state === 'copied' ? 'check' : 'copy'} className="size-3.5" />
      </button>
      <span role="status" className={state === 'failed' ? 'text-bad-ink text-xs' : 'sr-only'}>
        {state === 'copied' && t('copied')}
        {state === 'failed' && t('copyFailed')}
      </span>
    </>
  )
}
