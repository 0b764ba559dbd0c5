'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { saveFile } from '@/components/act/save-file'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly codes: readonly string[]
  /** What led here, in words. */
  readonly done: string
  /** What leads on once the codes are kept. */
  readonly children: ReactNode
}

const FILE_NAME = 'paydesk-recovery-codes.txt'

/** Recovery codes that were just made: shown once, to be copied or saved. */
export function RecoveryCodes({ codes, done, children }: Props) {
  const { t } = useI18n()
  const region = useRef<HTMLDivElement>(null)
  const text = `${codes.join('\n')}\n`

  // They come by a press: the focus leads there, and what they are is read out.
  useEffect(() => region.current?.focus(), [codes])

  return (
    <div
      ref={region}
      tabIndex={-1}
      role="group"
      aria-labelledby="recovery-codes"
      aria-describedby="recovery-codes-meaning"
      className="grid gap-4 text-sm outline-none"
    >
      <p role="status" className="text-ink">
        {done}
      </p>
      <div className="rounded-card border-info-line bg-info-soft grid gap-3 border px-4 py-3">
        <h3 id="recovery-codes" className="text-ink font-medium">
          {t('account.secondFactor.codesTitle')}
        </h3>
        <p id="recovery-codes-meaning" className="text-info-ink text-pretty">
          {t('account.secondFactor.codesMeaning')}
        </p>
        <ul className="text-ink grid gap-x-6 gap-y-1.5 font-mono text-xs sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="small"
            onClick={() => saveFile({ name: FILE_NAME, content: new Blob([text]) })}
          >
            {t('account.secondFactor.download')}
          </Button>
          <CopyButton text={text} what={t('account.secondFactor.codesWhat')} className="size-8" />
        </div>
      </div>
      <div>{children}</div>
    </div>
  )
}
