'use client'

import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { FailureAlert } from '@/components/act/failure-alert'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { Button, buttonStyle } from '@/components/ui/button'
import type { SignedChallenge } from '@/lib/domain/access/passkey'
import type { StepUpCodeInput } from '@/lib/domain/access/person-inputs'
import type { ProofWay } from '@/lib/domain/access/second-factor'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { CodeField } from '../code-field'
import { answerOf, signByDevice, useKnowsPasskeys } from '../use-passkeys'
import { useRefusedFields } from '../use-refused-fields'

/** The actions by which people prove their second factor anew, as the server makes them. */
export interface StepUpActions {
  readonly withCode: (input: StepUpCodeInput) => Promise<Result<null>>
  readonly startPasskey: (input: null) => Promise<Result<PublicKeyCredentialRequestOptionsJSON>>
  readonly byPasskey: (signed: SignedChallenge) => Promise<Result<null>>
}

interface Props {
  /** The ways that the person has; none without a second factor. */
  readonly ways: readonly ProofWay[]
  readonly actions: StepUpActions
  readonly onProved: () => void
  readonly onCancel: () => void
}

const NO_RESPONSE: Failure = { code: 'people_no_response' }

/** Proves the reader's second factor anew: by a code, by a passkey, or leads to setting one up. */
export function StepUpFields({ ways, actions, onProved, onCancel }: Props) {
  const t = useTranslations('access.stepUp')
  const knowsPasskeys = useKnowsPasskeys() === true
  const takesPasskey = ways.includes('passkey') && knowsPasskeys
  const takesCode = ways.includes('code')
  const takesProvider = ways.includes('single_sign_on')
  const region = useRef<HTMLDivElement>(null)

  // It takes the place of what was sent. In a dialog of its own, the dialog leads the focus here.
  useEffect(() => region.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus(), [])

  return (
    <div ref={region} className="grid gap-4 text-sm">
      {takesCode && <CodeProof action={actions.withCode} onProved={onProved} />}
      {takesCode && takesPasskey && (
        <p className="text-ink-soft before:bg-line after:bg-line flex items-center gap-3 before:h-px before:flex-1 after:h-px after:flex-1">
          {t('or')}
        </p>
      )}
      {takesPasskey && <PasskeyProof actions={actions} isOnly={!takesCode} onProved={onProved} />}
      {takesProvider && <ProviderProof onProved={onProved} />}
      {!takesCode && !takesPasskey && !takesProvider && (
        <>
          {ways.length > 0 && <p className="text-ink text-pretty">{t('unsupported')}</p>}
          <a
            href="/account#second-factor"
            target="_blank"
            data-first-focus
            className={buttonStyle({ tone: 'primary', size: 'wrapped', className: 'w-full' })}
          >
            {t('toAccount')}
          </a>
        </>
      )}
      <Button className="w-full" onClick={onCancel}>
        {t('back')}
      </Button>
    </div>
  )
}

/** The provider's page is another tab, so that this one keeps what was entered. */
const PROVIDER = '/sign-in/sso?again=1&from=%2Faccount'

function ProviderProof({ onProved }: { readonly onProved: () => void }) {
  const t = useTranslations('access.stepUp')
  const [hasLeft, setHasLeft] = useState(false)
  return (
    <>
      <a
        href={PROVIDER}
        target="_blank"
        data-first-focus
        onClick={() => setHasLeft(true)}
        className={buttonStyle({
          tone: hasLeft ? 'secondary' : 'primary',
          size: 'wrapped',
          className: 'w-full',
        })}
      >
        {t('atProvider')}
      </a>
      <p className="text-ink-soft text-pretty">{t('afterProvider')}</p>
      <Button tone={hasLeft ? 'primary' : 'secondary'} className="w-full" onClick={onProved}>
        {t('goOn')}
      </Button>
    </>
  )
}

interface CodeProps {
  readonly action: StepUpActions['withCode']
  readonly onProved: () => void
}

function CodeProof({ action, onProved }: CodeProps) {
  const t = useTranslations('access')
  const [code, setCode] = useState('')
  const [isRecovery, setRecovery] = useState(false)
  const proof = useOneAtATime(action, NO_RESPONSE)
  const { form, errorOf, ofNoField } = useRefusedFields(proof.failure)

  // The next code is typed in its place.
  useEffect(() => {
    if (proof.failure?.field === 'code') form.current?.querySelector('input')?.select()
  }, [form, proof.failure])

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    const result = await proof.run({ code })
    if (result?.ok === true) onProved()
  }

  function change(toRecovery: boolean) {
    setRecovery(toRecovery)
    setCode('')
    proof.forget()
    form.current?.querySelector('input')?.focus()
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="grid justify-items-start gap-4"
    >
      <CodeField
        isRecovery={isRecovery}
        value={code}
        onChange={setCode}
        error={errorOf('code')}
        isFirst
        className="w-full"
      />
      <FailureAlert failure={ofNoField} />
      <Button type="submit" tone="primary" busy={proof.isPending} className="w-full">
        {t(proof.isPending ? 'stepUp.pending' : 'stepUp.submit')}
      </Button>
      <button
        type="button"
        className="text-accent-ink cursor-pointer text-left hover:underline"
        onClick={() => change(!isRecovery)}
      >
        {t(isRecovery ? 'code.useApp' : 'code.useRecovery')}
      </button>
    </form>
  )
}

interface PasskeyProps {
  readonly actions: Pick<StepUpActions, 'startPasskey' | 'byPasskey'>
  /** True where no field for a code stands above. */
  readonly isOnly: boolean
  readonly onProved: () => void
}

function PasskeyProof({ actions, isOnly, onProved }: PasskeyProps) {
  const t = useTranslations('access')
  const proof = useOneAtATime(prove, NO_RESPONSE)

  async function prove(): Promise<Result<null>> {
    const started = await actions.startPasskey(null)
    if (!started.ok) return started
    const signed = await answerOf(() => signByDevice(started.value))
    return signed.ok ? actions.byPasskey(signed.value) : signed
  }

  async function press() {
    const result = await proof.run()
    if (result?.ok === true) onProved()
  }

  return (
    <>
      <FailureAlert failure={proof.failure} />
      <Button
        tone={isOnly ? 'primary' : 'secondary'}
        data-first-focus={isOnly ? true : undefined}
        busy={proof.isPending}
        className="w-full"
        onClick={() => void press()}
      >
        {t(proof.isPending ? 'passkey.pending' : 'stepUp.usePasskey')}
      </Button>
    </>
  )
}
