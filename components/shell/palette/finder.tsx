'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type KeyboardEvent } from 'react'
import { Icon } from '@/components/ui/icon'
import { SEARCH_LIMITS } from '@/lib/config/browser-limits'
import { isPaletteKey } from '../commands/shortcuts'
import { ChoiceOption } from './choice-option'
import { neighbour, type Choice } from './choices'
import { describeSearch } from './describe-search'
import { useChoices, type ChoiceSources } from './use-choices'
import { useFind } from './use-find'

interface Props {
  readonly sources: ChoiceSources
  readonly onPick: (choice: Choice) => void
  readonly onClose: () => void
}

/** A combobox with its list always open: the focus stays in the text while the arrows choose. */
export function Finder({ sources, onPick, onClose }: Props) {
  const t = useTranslations('commands')
  const id = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const search = useFind(text)
  const groups = useChoices(sources, { text, rows: search.kind === 'found' ? search.rows : [] })
  const choices = groups.flatMap((group) => group.choices)
  const active = choices.find((choice) => choice.id === chosen) ?? choices[0]

  const pick = (choice: Choice | undefined) => {
    if (choice !== undefined && !choice.disabled) onPick(choice)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen(neighbour(choices, active?.id ?? null, step)?.id ?? null)
    } else if (event.key === 'Enter') pick(active)
    else if (isPaletteKey(event.nativeEvent)) onClose()
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="border-line flex items-center gap-3 border-b px-4">
        <Icon name="search" className="text-ink-faint" />
        <input
          role="combobox"
          type="text"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active && optionId(id, active)}
          aria-autocomplete="list"
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={SEARCH_LIMITS.textLength}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(null)
          }}
          onKeyDown={onKeyDown}
          className="text-ink placeholder:text-ink-faint h-13 w-full bg-transparent text-base outline-none"
        />
      </div>
      <ChoiceList
        id={id}
        groups={groups}
        active={active}
        onNear={(choice) => setChosen(choice.id)}
        onPick={pick}
      />
      <p role="status" className="border-line text-ink-soft border-t px-4 py-2.5 text-xs">
        {describeSearch(search, { text, choices: choices.length }, t)}
      </p>
    </>
  )
}

interface ChoiceListProps {
  /** The finder's own id, with which those of its parts begin. */
  readonly id: string
  readonly groups: ReturnType<typeof useChoices>
  readonly active: Choice | undefined
  readonly onNear: (choice: Choice) => void
  readonly onPick: (choice: Choice) => void
}

function ChoiceList({ id, groups, active, onNear, onPick }: ChoiceListProps) {
  const t = useTranslations('commands')
  return (
    <ul
      id={`${id}-list`}
      role="listbox"
      aria-label={t('palette.title')}
      className="grid grid-cols-1 content-start gap-2 overflow-y-auto overscroll-contain p-2"
    >
      {groups.map(({ name, choices: members }) => (
        <li key={name} role="presentation">
          <ul role="group" aria-labelledby={`${id}-${name}`} className="grid grid-cols-1">
            <li
              role="presentation"
              id={`${id}-${name}`}
              className="text-ink-faint px-3 py-1 text-xs font-medium"
            >
              {t(`palette.groups.${name}`)}
            </li>
            {members.map((choice) => (
              <ChoiceOption
                key={choice.id}
                id={optionId(id, choice)}
                choice={choice}
                isActive={choice.id === active?.id}
                onNear={() => onNear(choice)}
                onPick={() => onPick(choice)}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function optionId(finderId: string, choice: Choice): string {
  return `${finderId}-${choice.id}`
}
