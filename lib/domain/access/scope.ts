/** The connections whose payments may be seen: all there are, or those with these ids. */
export type Scope = 'all' | readonly string[]

/** True when every connection of a scope is in the other one, too. */
export function isScopeWithin(scope: Scope, other: Scope): boolean {
  if (other === 'all') return true
  return scope !== 'all' && scope.every((id) => other.includes(id))
}
