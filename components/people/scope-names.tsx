import type { ConnectionName } from '@/lib/domain/access/person'
import type { Scope } from '@/lib/domain/access/scope'
import type { Texts } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly scope: Scope
  /** The connections that the reader sees: others have no name here. */
  readonly connections: readonly ConnectionName[]
}

/** The connections that a person sees, in words. */
export function ScopeNames(props: Props) {
  const { t } = useI18n()
  return <span className="break-words">{describeScope(props, t)}</span>
}

/** The same as a text. */
export function describeScope({ scope, connections }: Props, t: Texts): string {
  if (scope === 'all') return t('people.connections.all')
  const named = connections.filter(({ id }) => scope.includes(id))
  const names = named.map(({ name }) => name)
  const others = named.length < scope.length ? [t('people.connections.others')] : []
  return [...names, ...others].join(', ')
}
