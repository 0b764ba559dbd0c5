'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { isPermitted, type Role } from '@/lib/domain/access/permission'
import type { SavedView } from '@/lib/domain/listing/saved-view'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { SaveViewForm } from './save-view-form'
import { useSavedViews, type SavedViewActions } from './use-saved-views'

export interface SavedViewsProps {
  readonly views: readonly SavedView[]
  /** The query string of this list's address. */
  readonly query: string
  readonly role: Role
  readonly nameLength: number
  readonly actions: SavedViewActions
}

/** The saved views, own and shared, and a form to save this list. */
export default function SavedViewsPanel({
  views,
  query,
  role,
  nameLength,
  actions,
}: SavedViewsProps) {
  const t = useTranslations('list.saved')
  const describeFailure = useDescribeFailure()
  const { isPending, failure, change } = useSavedViews()
  const mayShare = isPermitted(role, 'share_views')
  const groups = [
    { title: t('own'), views: views.filter(({ isOwn }) => isOwn) },
    { title: t('shared'), views: views.filter(({ isOwn }) => !isOwn) },
  ]
  return (
    <div className="grid gap-4">
      {views.length === 0 && <p className="text-ink-soft text-sm text-pretty">{t('none')}</p>}
      {groups
        .filter((group) => group.views.length > 0)
        .map((group) => (
          <section key={group.title} className="grid gap-1">
            <h3 className="text-ink-faint text-xs font-medium">{group.title}</h3>
            <ul className="-mx-2 max-h-64 overflow-y-auto">
              {group.views.map((view) => (
                <SavedViewRow
                  key={view.id}
                  view={view}
                  isHere={view.query === query}
                  onRemove={
                    view.isOwn || mayShare
                      ? () => void change(() => actions.remove({ id: view.id }))
                      : null
                  }
                />
              ))}
            </ul>
          </section>
        ))}
      <SaveViewForm
        nameLength={nameLength}
        mayShare={mayShare}
        isPending={isPending}
        onSave={(name, isShared) => change(() => actions.save({ name, query, isShared }))}
      />
      {failure !== null && (
        <p role="alert" className="text-bad-ink text-sm font-medium">
          {describeFailure(failure)}
        </p>
      )}
    </div>
  )
}

interface RowProps {
  readonly view: SavedView
  readonly isHere: boolean
  readonly onRemove: (() => void) | null
}

function SavedViewRow({ view, isHere, onRemove }: RowProps) {
  const t = useTranslations('list.saved')
  return (
    <li className="hover:bg-sunken rounded-control flex items-center">
      <Link
        prefetch={false}
        href={`/transactions?${view.query}`}
        aria-current={isHere ? 'page' : undefined}
        className="text-ink aria-[current]:text-accent-ink min-w-0 flex-1 truncate rounded-md px-2 py-1.5 text-sm font-medium -outline-offset-2"
      >
        {view.name}
        {!view.isOwn && (
          <span className="text-ink-faint ml-1.5 text-xs font-normal">
            {t('by', { name: view.ownerName })}
          </span>
        )}
        {view.isOwn && view.isShared && (
          <span className="text-ink-faint ml-1.5 text-xs font-normal">{t('shared')}</span>
        )}
      </Link>
      {onRemove !== null && (
        <button
          type="button"
          aria-label={t('remove', { name: view.name })}
          title={t('remove', { name: view.name })}
          onClick={onRemove}
          className="text-ink-faint hover:text-ink grid size-8 shrink-0 cursor-pointer place-items-center rounded-md"
        >
          <Icon name="cross" className="size-3.5" />
        </button>
      )}
    </li>
  )
}
