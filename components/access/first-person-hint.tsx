import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'

/** Ties the hint to the form that cannot be used yet. */
export const FIRST_PERSON_HINT_ID = 'first-person'

/** Says which command makes the first person, where there is none who can sign in. */
export function FirstPersonHint() {
  const t = useTranslations('access.firstPerson')
  // Each part stays on one line, so that an option is never torn from its dashes or its value.
  const parts = [
    'npm run people -- add',
    `--email ${t('email')}`,
    `--name "${t('name')}"`,
    '--role admin',
  ]
  return (
    <section
      aria-labelledby="first-person-title"
      className="rounded-card border-info-line bg-info-soft text-info-ink mb-4 grid gap-3 border p-5 text-sm"
    >
      <div id={FIRST_PERSON_HINT_ID} className="grid gap-1">
        <h2 id="first-person-title" className="flex items-center gap-2 text-base font-semibold">
          <Icon name="info" />
          {t('title')}
        </h2>
        <p className="text-pretty">{t('meaning')}</p>
      </div>
      <div className="rounded-control border-line bg-surface text-ink flex items-start gap-2 border py-2 pr-2 pl-3">
        <code className="min-w-0 flex-1 font-mono text-xs leading-6">
          {parts.map((part) => (
            <Fragment key={part}>
              <span className="whitespace-nowrap">{part}</span>{' '}
            </Fragment>
          ))}
        </code>
        <CopyButton text={parts.join(' ')} what={t('command')} />
      </div>
      <p className="text-pretty">{t('after')}</p>
    </section>
  )
}
