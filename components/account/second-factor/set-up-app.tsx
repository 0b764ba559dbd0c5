'use client'

import { useEffect, useRef } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { CopyButton } from '@/components/ui/copy-button'
import type { FirstCodeInput, SetUpInput } from '@/lib/domain/access/person-inputs'
import type { AppSetUp, QrPicture, ShownCodes } from '@/lib/domain/access/second-factor'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'
import { FactorForm } from './factor-form'

/** The actions that set an authenticator app up, as their server makes them. */
export interface SetUpActions {
  readonly start: (input: SetUpInput) => Promise<Result<AppSetUp>>
  readonly confirm: (input: FirstCodeInput) => Promise<Result<ShownCodes>>
}

interface Props {
  readonly actions: SetUpActions
  /** What is written above the first step. */
  readonly meaning: string
  readonly onDone: (shown: ShownCodes) => void
}

/** Sets an authenticator app up: first the password, then the picture and a first code. */
export function SetUpApp({ actions, meaning, onDone }: Props) {
  const { t } = useI18n()
  const start = usePersonAct(actions.start)
  const confirm = usePersonAct(actions.confirm)

  async function submitCode(code: string) {
    const result = await confirm.act({ code })
    if (result?.ok === true) onDone(result.value)
  }

  if (start.value === null) {
    return (
      <div className="grid gap-4">
        <p className="text-ink-soft text-sm text-pretty">{meaning}</p>
        <FactorForm
          asksPassword
          codeLabel={null}
          submitLabel={t('account.secondFactor.begin')}
          isPending={start.isPending}
          failure={start.failure}
          onSubmit={({ current }) => void start.act({ current })}
        />
      </div>
    )
  }
  return (
    <div className="grid gap-4">
      <ShownSecret setUp={start.value} />
      <FactorForm
        asksPassword={false}
        codeLabel={t('account.secondFactor.firstCode')}
        submitLabel={t('account.secondFactor.confirm')}
        isPending={confirm.isPending}
        failure={confirm.failure}
        onSubmit={({ code }) => void submitCode(code)}
        onCancel={() => {
          start.forget()
          confirm.forget()
        }}
      />
    </div>
  )
}

/** The secret as a picture, and as a text to type. */
function ShownSecret({ setUp: { secret, picture } }: { readonly setUp: AppSetUp }) {
  const { t } = useI18n()
  const region = useRef<HTMLDivElement>(null)

  // It takes the place of the form that was sent: the focus leads here.
  useEffect(() => region.current?.focus(), [])

  return (
    <div ref={region} tabIndex={-1} className="grid gap-3 text-sm outline-none">
      <p className="text-ink">{t('account.secondFactor.scan')}</p>
      <Qr picture={picture} label={t('account.secondFactor.picture')} />
      <p className="text-ink">{t('account.secondFactor.type')}</p>
      <div className="flex items-center gap-2">
        <code className="bg-sunken rounded-control min-w-0 px-3 py-2 font-mono text-xs leading-5 break-words">
          {secret.replaceAll(/.{4}(?!$)/g, '$& ')}
        </code>
        <CopyButton text={secret} what={t('account.secondFactor.key')} className="size-9" />
      </div>
    </div>
  )
}

/** Dark on white in every theme: apps read nothing else. */
function Qr({
  picture: { size, path },
  label,
}: {
  readonly picture: QrPicture
  readonly label: string
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="rounded-control border-line size-52 border bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
