'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Command } from '@/components/shell/shared/command-context'
import type { FoundTransaction } from '@/lib/domain/view/transaction-view'
import { SHORTCUTS } from '../commands/shortcuts'
import type { ShellPage } from '../pages'
import { matching, type Choice, type ChoiceGroup } from './choices'

export interface ChoiceSources {
  readonly pages: readonly ShellPage[]
  /** The commands of the open page. */
  readonly readCommands: () => readonly Command[]
  readonly onShowHelp: () => void
}

interface Search {
  readonly text: string
  readonly rows: readonly FoundTransaction[]
}

/** The choices that match a text, in groups; no group is empty. */
export function useChoices(sources: ChoiceSources, { text, rows }: Search): ChoiceGroup[] {
  const t = useTranslations('commands.palette')
  const shell = useTranslations('shell')
  const router = useRouter()
  const [commands] = useState(sources.readCommands)
  const wanted = text.trim()

  const go = (id: string, name: string, href: string): Choice => ({
    ...plain(id, name),
    run: () => router.push(href),
  })
  const actions = commands.map(({ id, name, note, disabled, run }): Choice => {
    const shortcut = Object.entries(SHORTCUTS).find(([known]) => known === id)?.[1] ?? null
    return { ...plain(`action-${id}`, name), note, shortcut, disabled, run }
  })
  const transactions = rows.map((found): Choice => {
    const name = found.orderReference ?? t('noReference')
    return { ...go(`transaction-${found.id}`, name, `/transactions/${found.id}`), found }
  })
  if (wanted !== '') {
    const href = `/transactions?${new URLSearchParams({ q: wanted }).toString()}`
    transactions.push(go('search-all', t('searchAll', { text: wanted }), href))
  }
  const pages = [
    ...sources.pages.map(({ name, href }) => go(`page-${name}`, shell(name), href)),
    { ...plain('help', t('shortcuts')), shortcut: SHORTCUTS.help, run: sources.onShowHelp },
  ]
  const groups: ChoiceGroup[] = [
    { name: 'actions', choices: matching(actions, wanted) },
    { name: 'transactions', choices: transactions },
    { name: 'pages', choices: matching(pages, wanted) },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

function plain(id: string, name: string): Choice {
  return {
    id,
    name,
    note: null,
    found: null,
    shortcut: null,
    disabled: false,
    run: () => undefined,
  }
}
