'use client'

import { useRef, useState, type SyntheticEvent } from 'react'
import { Button } from '@/components/ui/button'
import { REVIEW_VERDICTS, type ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useI18n } from '@/lib/i18n/use-i18n'
import { submitText, type ReviewProgress } from './describe-review'
import { ReasonField } from './reason-field'
import { VerdictChoice } from './verdict-choice'

interface Props {
  readonly operation: Pick<OperationView, 'kind' | 'amountMinor' | 'currency'>
  readonly progress: ReviewProgress
  readonly providerName: string
  readonly reasonLength: number
  readonly isPending: boolean
  readonly onSubmit: (verdict: ReviewVerdict, reason: string) => void
}

/** Verdict and evidence. Begins with the person's earlier decision, if there is one. */
export function ReviewForm(props: Props) {
  const { operation, progress, providerName, reasonLength, isPending, onSubmit } = props
  const i18n = useI18n()
  const { t } = i18n
  const [verdict, setVerdict] = useState<ReviewVerdict | null>(progress.mine?.verdict ?? null)
  const [reason, setReason] = useState(progress.mine?.reason ?? '')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const noVerdict = verdict === null
  const noReason = reason.trim() === ''

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (isPending) return
    setTried(true)
    if (noVerdict || noReason) {
      const wrong = noVerdict ? 'input[name="verdict"]' : 'textarea'
      form.current?.querySelector<HTMLElement>(wrong)?.focus()
      return
    }
    onSubmit(verdict, reason.trim())
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label={t('review.form.name')}
      onSubmit={submit}
      className="grid gap-4"
    >
      <fieldset aria-describedby="verdict-error">
        <legend className="text-ink mb-2 text-sm font-medium">{t('review.form.question')}</legend>
        <div className="grid gap-2">
          {REVIEW_VERDICTS.map((choice) => (
            <VerdictChoice
              key={choice}
              verdict={choice}
              operation={operation}
              providerName={providerName}
              isChosen={choice === verdict}
              onChoose={() => setVerdict(choice)}
            />
          ))}
        </div>
        <p id="verdict-error" className="text-bad-ink mt-1.5 text-sm font-medium empty:hidden">
          {tried && noVerdict && t('review.form.verdictMissing')}
        </p>
      </fieldset>
      <ReasonField
        value={reason}
        onChange={setReason}
        maxLength={reasonLength}
        error={tried && noReason ? t('review.form.reasonMissing') : null}
      />
      <Button type="submit" tone="primary" size="large" busy={isPending} className="w-full">
        {isPending ? t('review.form.writing') : submitText(operation, progress, verdict, i18n)}
      </Button>
    </form>
  )
}
