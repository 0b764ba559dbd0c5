/** What is wrong with an answer whose form is right. */
export const ANSWER_CHANGES = ['newest-missing', 'nulls', 'amounts-null', 'contradictory'] as const
export type AnswerChange = (typeof ANSWER_CHANGES)[number]

/** Changes the body of an answer, in the form of the provider; the same where it does not apply. */
export type ChangeAnswer = (body: unknown) => unknown

type Json = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value with null in place of every member of these names, however deep. */
export function withNulls(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => withNulls(one, names))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      names.includes(name) ? null : withNulls(member, names),
    ]),
  )
}

/** The value with null in place of what the payments with these ids cannot do without. */
export function withoutSense(
  value: unknown,
  ids: ReadonlySet<string>,
  sense: { readonly idMember: string; readonly members: readonly string[] },
): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutSense(one, ids, sense))
  if (!isObject(value)) return value
  const isOne = ids.has(String(value[sense.idMember]))
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isOne && sense.members.includes(name) ? null : withoutSense(member, ids, sense),
    ]),
  )
}

/** The object with one of its members changed; the same value where it has no such member. */
export function withMember(
  value: unknown,
  name: string,
  change: (member: unknown) => unknown,
): unknown {
  return isObject(value) && name in value ? { ...value, [name]: change(value[name]) } : value
}

/** The object with one of its lists changed; the same value where it has no such list. */
export function withList(
  value: unknown,
  name: string,
  change: (list: readonly unknown[]) => readonly unknown[],
): unknown {
  return withMember(value, name, (list) => (Array.isArray(list) ? change(list) : list))
}

/** The list without the last entry for which this holds. */
export function withoutLast(
  list: readonly unknown[],
  holds: (entry: Json) => boolean,
): readonly unknown[] {
  const index = list.findLastIndex((entry) => isObject(entry) && holds(entry))
  return index < 0 ? list : list.toSpliced(index, 1)
}
