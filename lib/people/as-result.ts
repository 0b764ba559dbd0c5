import { failure, success, type PersonRefusal, type Result } from '@/lib/domain/operation/result'
import type { PersonResult } from './person-rules'

/** The input that a refusal is about, as the forms name it. */
const FIELDS: Partial<Readonly<Record<PersonRefusal, string>>> = {
  email_malformed: 'email',
  email_taken: 'email',
  name_malformed: 'name',
  role_unknown: 'role',
  role_above_own: 'role',
  scope_empty: 'scope',
  scope_above_own: 'scope',
  connection_unknown: 'scope',
}

/** The result of a change of a person, as actions answer it. */
export function asResult<T>(result: PersonResult<T>): Result<T> {
  if (result.ok) return success(result.value)
  const field = FIELDS[result.refusal]
  return failure(result.refusal, field === undefined ? {} : { field })
}
