'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

interface Props {
  readonly nameLength: number
  readonly mayShare: boolean
  readonly isPending: boolean
  /** True when it was saved; then the entry is cleared. */
  readonly onSave: (name: string, isShared: boolean) => Promise<boolean>
}

/** Saves the list on the screen as a view under a name. */
export function SaveViewForm({ nameLength, mayShare, isPending, onSave }: Props) {
  const t = useTranslations('list.saved')
  const [name, setName] = useState('')
  const [isShared, setIsShared] = useState(false)

  const submit = async () => {
    if (name.trim() === '' || !(await onSave(name.trim(), isShared))) return
    setName('')
    setIsShared(false)
  }

  return (
    <form
      className="border-line grid gap-3 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field
        label={t('name')}
        value={name}
        required
        maxLength={nameLength}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      {mayShare && (
        <label className="text-ink flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={isShared}
            onChange={(event) => setIsShared(event.target.checked)}
            className="accent-accent size-4"
          />
          {t('share')}
        </label>
      )}
      <Button type="submit" busy={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
