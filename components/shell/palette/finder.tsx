'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type KeyboardEvent } from 'react'
import { SEARCH_LIMITS } from '@/components/transactions/shared/search-limits'
import { Icon } from '@/components/ui/icon'
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
  const optionId = (choice: Choice) => `${id}-${choice.id}`

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
          aria-activedescendant={active && optionId(active)}
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
                  id={optionId(choice)}
                  choice={choice}
                  isActive={choice.id === active?.id}
                  onNear={() => setChosen(choice.id)}
                  onPick={() => pick(choice)}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p role="status" className="border-line text-ink-soft border-t px-4 py-2.5 text-xs">
        {describeSearch(search, { text, choices: choices.length }, t)}
      </p>
    </>
  )
}
