'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { Input } from '@/components/ui/field'
import type { ShownLink } from '@/lib/domain/access/person'

interface Props {
  readonly link: Pick<ShownLink, 'address' | 'email' | 'mail'>
  /** The person whom it is for. */
  readonly name: string
  readonly validHours: number
}

/** A link that was just made: shown once, to be copied, and what became of its mail. */
export function OneTimeLink({ link, name, validHours: hours }: Props) {
  const { address, email, mail } = link
  const t = useTranslations('people.link')
  const id = useId()
  const mailId = `${id}-mail`
  const input = useRef<HTMLInputElement>(null)

  // It came by a press: the focus leads there, and it is read out.
  useEffect(() => input.current?.focus(), [address])

  return (
    <div className="rounded-card border-info-line bg-info-soft grid gap-2 border px-4 py-3">
      <label htmlFor={id} className="text-ink text-sm font-medium">
        {t('label', { name })}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <Input
          ref={input}
          id={id}
          readOnly
          value={address}
          aria-describedby={mail === 'no_server' ? undefined : mailId}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1 basis-52 font-mono sm:text-xs"
        />
        <CopyButton text={address} what={t('what')} className="size-9" />
      </div>
      {mail !== 'no_server' && (
        <p
          id={mailId}
          className={cn(
            'text-sm text-pretty',
            mail === 'mailed' ? 'text-info-ink' : 'text-bad-ink',
          )}
        >
          {t(mail === 'mailed' ? 'mailed' : 'notMailed', { email })}
        </p>
      )}
      <p className="text-info-ink text-sm text-pretty">{t('meaning', { name, hours })}</p>
    </div>
  )
}
