'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ReasonsInput } from '@/lib/domain/access/business-inputs'
import type { ListedReason, ListedReasonKind } from '@/lib/domain/operation/reasons'
import { useI18n } from '@/lib/i18n/use-i18n'
import { ReasonRow, type ReasonEntry } from './reason-row'
import { SettingForm, type SettingAction, type ShownSetting } from './setting-form'

interface Props {
  readonly kind: ListedReasonKind
  readonly setting: ShownSetting<readonly ListedReason[]>
  /** The words of each built-in reason, by its code. */
  readonly builtIn: Readonly<Record<string, string>>
  readonly action: SettingAction<ReasonsInput>
}

/** The reasons that people pick from, in their order. */
export function ReasonsCard({ kind, setting: { value, changedAt }, builtIn, action }: Props) {
  const { t } = useI18n()
  const [added, setAdded] = useState(0)
  const shownName = ({ code, name }: ListedReason) => name ?? builtIn[code] ?? code
  const stored = value.map((reason) => ({
    key: reason.code,
    code: reason.code,
    name: shownName(reason),
    isRetired: reason.isRetired,
  }))

  function inputOf(entries: readonly ReasonEntry[], seenAt: string | null): ReasonsInput {
    const reasons = entries.map(({ code, name, isRetired }) => ({
      code,
      // The words that are built in stay those of each reader's language.
      name: code !== null && name.trim() === builtIn[code] ? '' : name,
      isRetired,
    }))
    return { kind, reasons, seenAt }
  }

  return (
    <SettingForm<readonly ReasonEntry[], ReasonsInput>
      id={`business-${kind}-reasons`}
      title={t(`business.reasons.titles.${kind}`)}
      meaning={t('business.reasons.meaning')}
      stored={stored}
      changedAt={changedAt}
      inWords={value
        .filter(({ isRetired }) => !isRetired)
        .map(shownName)
        .join(', ')}
      action={action}
      inputOf={inputOf}
    >
      {({ entry, change, errorOf }) => (
        <>
          <ul className="grid gap-3">
            {entry.map((row, index) => (
              <ReasonRow
                key={row.key}
                row={row}
                position={index}
                isLast={index === entry.length - 1}
                error={errorOf(`reason.${index}`)}
                onChange={(next) => change(entry.with(index, next))}
                onMove={(to) => change(moved(entry, index, to))}
                onRemove={() => change(entry.toSpliced(index, 1))}
              />
            ))}
          </ul>
          <Button
            size="small"
            className="justify-self-start"
            onClick={() => {
              setAdded(added + 1)
              change([...entry, { key: `new ${added}`, code: null, name: '', isRetired: false }])
            }}
          >
            <Icon name="plus" />
            {t('business.reasons.add')}
          </Button>
        </>
      )}
    </SettingForm>
  )
}

function moved<T>(rows: readonly T[], from: number, to: number): T[] {
  return rows.toSpliced(from, 1).toSpliced(to, 0, ...rows.slice(from, from + 1))
}
