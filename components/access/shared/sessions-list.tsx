import { Moment } from '@/components/transactions/shared/moment'
import { Icon } from '@/components/ui/icon'
import type { SessionView } from '@/lib/domain/access/person'
import { deviceOf } from '@/lib/format/device'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { ReactNode } from 'react'

interface Props {
  readonly sessions: readonly SessionView[]
  /** The session of the reader, where it may be among them. */
  readonly ownSessionId: string
  /** What stands at the end of a row. */
  readonly aside?: (session: SessionView, browser: string) => ReactNode
}

/** The browsers in which a person is signed in. */
export function SessionsList({ sessions, ownSessionId, aside }: Props) {
  const { t, formats } = useI18n()
  return (
    <ul className="divide-line divide-y">
      {sessions.map((session) => {
        const device = deviceOf(session.userAgent)
        const browser =
          device === null ? t('people.sessions.unknown') : t('people.sessions.on', device)
        return (
          <li key={session.id} className="flex items-center gap-3 py-2.5 text-sm">
            <Icon name="system" className="text-ink-faint" />
            <div className="min-w-0 flex-1">
              <p className="text-ink font-medium break-words">
                {browser}
                {session.id === ownSessionId && (
                  <span className="text-ink-soft font-normal"> · {t('people.sessions.here')}</span>
                )}
              </p>
              <Moment at={session.signedInAt} className="text-ink-soft">
                {t('people.sessions.since', { at: formats.dateTime(session.signedInAt) })}
              </Moment>
              <Moment at={session.lastUsedAt} className="text-ink-soft block">
                {t('people.sessions.used', { at: formats.dateTime(session.lastUsedAt) })}
              </Moment>
            </div>
            {aside?.(session, browser)}
          </li>
        )
      })}
    </ul>
  )
}
