'use client'

import { useTranslations } from 'next-intl'
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
  const t = useTranslations('ui')
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
        title={t('copy', { what })}
        aria-label={t('copy', { what })}
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
        {told === 'copied' && t('copied')}
        {told === 'failed' && t('copyFailed')}
      </span>
    </>
  )
}
