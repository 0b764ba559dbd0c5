'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRefreshAfter } from '@/components/act/use-refresh-after'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import type { NewRuleInput } from '@/lib/domain/extension/extension-rule'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

interface Props {
  readonly usual: { readonly hours: number; readonly times: number }
  readonly action: (input: NewRuleInput) => Promise<Result<null>>
}

/** A rule is added once by its id, so that sending it again is safe. */
const NO_RESPONSE: Failure = { code: 'rule_no_response' }

/** The form for a new rule, which is off at first. */
export function NewRuleForm({ usual, action }: Props) {
  const t = useTranslations('rules.add')
  const describeFailure = useDescribeFailure()
  const refresh = useRefreshAfter()
  const start = { name: '', tag: '', withinHours: `${usual.hours}`, maxTimes: `${usual.times}` }
  const [entry, setEntry] = useState(start)
  const ruleId = useRef<string | null>(null)
  const { isPending, failure, run } = useOneAtATime(action, NO_RESPONSE)
  const { form, errorOf, ofNoField } = useRefusedFields(failure)

  async function submit() {
    ruleId.current ??= crypto.randomUUID()
    const { name, tag, withinHours, maxTimes } = entry
    const numbers = { withinHours: wholeOf(withinHours), maxTimes: wholeOf(maxTimes) }
    const result = await run({ ruleId: ruleId.current, name, tag, ...numbers })
    if (result?.ok !== true) return
    ruleId.current = null
    setEntry(start)
    await refresh(result)
  }

  const fieldOf = (field: keyof typeof entry, hint?: string) => ({
    name: field,
    label: t(field),
    hint,
    value: entry[field],
    autoComplete: 'off',
    error: errorOf(field),
    onChange: (event: { target: { value: string } }) => {
      ruleId.current = null
      setEntry({ ...entry, [field]: event.target.value })
    },
  })

  return (
    <Card id="new-rule" title={t('title')}>
      <form
        ref={form}
        noValidate
        className="grid items-start gap-4 px-5 pb-5 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="text-ink-soft text-sm text-pretty sm:col-span-2">{t('meaning')}</p>
        <Field {...fieldOf('name')} />
        <Field {...fieldOf('tag', t('tagHint'))} autoCapitalize="none" />
        <Field {...fieldOf('withinHours', t('hoursHint'))} inputMode="numeric" />
        <Field {...fieldOf('maxTimes', t('timesHint'))} inputMode="numeric" />
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <Button type="submit" tone="primary" busy={isPending}>
            {t('submit')}
          </Button>
          <span role="alert" className="text-bad-ink text-sm font-medium empty:hidden">
            {ofNoField !== null && describeFailure(ofNoField)}
          </span>
        </div>
      </form>
    </Card>
  )
}

/** 0, which no rule has, where it is no number. */
function wholeOf(text: string): number {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0
}
