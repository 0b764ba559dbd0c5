'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { SHORTCUTS } from './shortcuts'

type Meaning = keyof typeof SHORTCUTS | 'palette' | 'leave' | 'arrows' | 'open'

interface Group {
  readonly name: 'everywhere' | 'list' | 'payment'
  readonly entries: readonly { readonly meaning: Meaning; readonly keys: readonly string[] }[]
}

const one = (meaning: keyof typeof SHORTCUTS) => ({ meaning, keys: [SHORTCUTS[meaning]] })

const GROUPS: readonly Group[] = [
  {
    name: 'everywhere',
    entries: [
      { meaning: 'palette', keys: ['Ctrl', 'K'] },
      one('search'),
      one('help'),
      { meaning: 'leave', keys: ['Esc'] },
    ],
  },
  {
    name: 'list',
    entries: [
      one('next'),
      one('previous'),
      { meaning: 'arrows', keys: ['↑', '↓'] },
      { meaning: 'open', keys: ['Enter'] },
    ],
  },
  {
    name: 'payment',
    entries: [one('capture'), one('refund'), one('void'), one('update_authorization')],
  },
]

interface Props {
  readonly areShortcutsOn: boolean
  readonly onSwitch: (on: boolean) => void
  readonly onClose: () => void
}

/** All shortcuts, and the switch for those of one character. */
export default function ShortcutSheet({ areShortcutsOn, onSwitch, onClose }: Props) {
  const t = useTranslations('commands')
  const id = useId()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('sheet.title')}
      description={t('sheet.description')}
      wide
    >
      <div className="grid gap-x-10 gap-y-6 px-5 py-5 sm:grid-cols-2 sm:px-6">
        {GROUPS.map(({ name, entries }) => (
          <section key={name} aria-labelledby={`${id}-${name}`}>
            <h3 id={`${id}-${name}`} className="text-ink text-sm font-semibold">
              {t(`sheet.groups.${name}`)}
            </h3>
            <dl className="mt-2 grid gap-2 text-sm">
              {entries.map(({ meaning, keys }) => (
                <div key={meaning} className="flex items-center justify-between gap-4">
                  <dt className="text-ink-soft">{t(`sheet.meanings.${meaning}`)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="border-line text-ink flex cursor-pointer items-start gap-3 border-t px-5 py-4 text-sm sm:px-6">
        <Checkbox
          checked={areShortcutsOn}
          onChange={(event) => onSwitch(event.target.checked)}
          className="mt-0.5"
          data-first-focus
        />
        <span>
          {t('sheet.switch')}
          <span className="text-ink-soft block">{t('sheet.switchNote')}</span>
        </span>
      </label>
    </Dialog>
  )
}
