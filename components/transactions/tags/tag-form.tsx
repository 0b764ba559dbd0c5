'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDenial } from '@/components/access/shared/role'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import { useTag, type TagAction } from './use-tag'

interface Props {
  readonly transactionId: string
  readonly action: TagAction
}

/** The form for a tag; nothing for whoever may not tag payments. */
export default function TagForm({ transactionId, action }: Props) {
  const t = useTranslations('tags')
  const denial = useDenial('tag_payment')
  const { isPending, problem, send, forget } = useTag(action)
  const [tag, setTag] = useState('')
  if (denial !== null) return null
  return (
    <form
      noValidate
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send({ transactionId, tag }).then((isDone) => isDone && setTag(''))
      }}
    >
      <Field
        className="min-w-0 flex-1"
        label={t('label')}
        value={tag}
        maxLength={TEXT_LIMITS.reason}
        autoComplete="off"
        autoCapitalize="none"
        error={problem}
        onChange={(event) => {
          forget()
          setTag(event.target.value)
        }}
      />
      <Button type="submit" busy={isPending}>
        {t('add')}
      </Button>
    </form>
  )
}
