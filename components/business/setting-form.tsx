'use client'

import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'

export type SettingAction<I> = (input: I) => Promise<Result<{ readonly isChanged: boolean }>>

/** A setting as the page was read. */
export interface ShownSetting<V> {
  readonly value: V
  /** When it was last changed (ISO 8601); null when it never was. */
  readonly changedAt: string | null
}

interface Edits<E> {
  readonly entry: E
  /** When the setting was last changed, as the person saw it while beginning. */
  readonly seenAt: string | null
}

interface Fields<E> {
  readonly entry: E
  readonly change: (entry: E) => void
  /** Words for what is wrong about a field. */
  readonly errorOf: (field: string) => ReactNode
}

interface Props<E, I> {
  readonly id: string
  readonly title: string
  readonly meaning: string
  /** The setting as a form shows it. */
  readonly stored: E
  readonly changedAt: string | null
  /** The setting in words, for who was overtaken. */
  readonly inWords: string
  readonly action: SettingAction<I>
  readonly inputOf: (entry: E, seenAt: string | null) => I
  readonly children: (fields: Fields<E>) => ReactNode
}

/**
 * A card with one setting. An entry stays until it is stored, also where a colleague has changed the setting
 * since: then it says what is set now, and the next press replaces that.
 */
export function SettingForm<E, I>(props: Props<E, I>) {
  const { id, title, meaning, stored, changedAt, inWords, action, inputOf, children } = props
  const { t } = useI18n()
  const [edits, setEdits] = useState<Edits<E> | null>(null)
  const [savedFrom, setSavedFrom] = useState<string | null | undefined>(undefined)
  const [isCompared, setCompared] = useState(false)
  const { isPending, value, failure, act } = usePersonAct(action)
  const { form, errorOf, ofNoField } = useRefusedFields(failure)
  // What was saved is kept on the screen until the page that has it comes.
  const isShown = savedFrom !== undefined && savedFrom !== changedAt
  const current = isShown ? null : edits
  const isOvertaken = current !== null && current.seenAt !== changedAt && savedFrom === undefined

  function change(entry: E) {
    setEdits({ entry, seenAt: current === null ? changedAt : current.seenAt })
    setSavedFrom(undefined)
    if (current === null) setCompared(false)
  }

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (isPending) return
    const seenAt = isCompared || current === null ? changedAt : current.seenAt
    const result = await act(inputOf(current === null ? stored : current.entry, seenAt))
    if (result === null) return
    if (result.ok) setSavedFrom(seenAt)
    else if (result.error.code === 'setting_overtaken') setCompared(true)
  }

  return (
    <Card id={id} title={title}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid gap-4 px-5 pb-5 text-sm"
      >
        <p className="text-ink-soft text-pretty">{meaning}</p>
        {children({ entry: current === null ? stored : current.entry, change, errorOf })}
        {isOvertaken && (
          <p className="text-ink font-medium text-pretty break-words">
            {t('business.storedNow', { value: inWords })}
          </p>
        )}
        <Button type="submit" busy={isPending} className="justify-self-start">
          {t(isPending ? 'business.pending' : 'business.save')}
        </Button>
        <ActResult
          done={
            value === null ? null : t(value.isChanged ? 'business.saved' : 'business.unchanged')
          }
          failure={ofNoField}
        />
      </form>
    </Card>
  )
}
