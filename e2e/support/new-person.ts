import { test } from './test'

/**
 * Name and e-mail address of a person that a test invites. A second try gets a person of its own,
 * because the first one may have invited theirs already.
 */
export function newPerson(name: string): { readonly name: string; readonly email: string } {
  const { retry } = test.info()
  const own = retry === 0 ? name : `${name} ${String(retry + 1)}`
  return { name: own, email: `${own.toLowerCase().replaceAll(' ', '.')}@paydesk.example` }
}
