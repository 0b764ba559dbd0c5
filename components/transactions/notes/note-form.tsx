'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useDenial } from '@/components/access/shared/role'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { useNote, type NoteAction } from './use-note'

interface Props {
  readonly transactionId: string
  readonly action: NoteAction
}

/** The form for a note, or the reason that the reader may not write one. */
export function NoteForm(props: Props) {
  const denial = useDenial('write_note')
  if (denial === null) return <Writing {...props} />
  return (
    <p className="text-ink-soft flex gap-2 px-5 pb-4 text-sm">
      <Icon name="lock" className="text-ink-faint mt-0.5" />
      {denial}
    </p>
  )
}

function Writing({ transactionId, action }: Props) {
  const t = useTranslations('payment.notes')
  const describeFailure = useDescribeFailure()
  const { text, change, isPending, failure, send } = useNote(transactionId, action)
  const [showErrors, setShowErrors] = useState(false)
  const id = useId()
  const length = text.trim().length
  const most = TEXT_LIMITS.note
  const problem =
    length > most
      ? t('tooLong', { over: length - most, most })
      : showErrors && length === 0
        ? t('empty')
        : failure && describeFailure(failure)

  const submit = () => {
    setShowErrors(length === 0)
    if (length > 0 && length <= most) void send()
    else document.getElementById(id)?.focus()
  }

  return (
    <form
      noValidate
      className="grid gap-1.5 px-5 pb-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor={id} className="sr-only">
        {t('label')}
      </label>
      <div className="flex items-end gap-2">
        <textarea
          id={id}
          rows={1}
          value={text}
          placeholder={t('placeholder')}
          onChange={(event) => {
            setShowErrors(false)
            change(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            submit()
          }}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-problem`}
          className="rounded-control border-field-line bg-surface text-ink placeholder:text-ink-faint hover:border-ink-faint aria-invalid:border-bad field-sizing-content max-h-60 min-h-10 w-full resize-none border px-3 py-2 text-base transition-colors sm:text-sm"
        />
        <Button type="submit" busy={isPending}>
          {t('add')}
        </Button>
      </div>
      <p
        id={`${id}-problem`}
        role="alert"
        className="text-bad-ink text-sm font-medium empty:hidden"
      >
        {problem}
      </p>
    </form>
  )
}
