'use client'

import { useTranslations } from 'next-intl'
import { useState, type SyntheticEvent } from 'react'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { FailureAlert } from '@/components/act/failure-alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { ConnectionName } from '@/lib/domain/access/person'
import type { Role } from '@/lib/domain/access/permission'
import type { Scope } from '@/lib/domain/access/scope'
import type { Failure } from '@/lib/domain/operation/result'
import { RoleSelect } from './role-select'
import { ScopeChoice, scopeEntry, scopeOf } from './scope-choice'

export interface InviteEntry {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly scope: Scope
}

interface Props {
  readonly roles: readonly Role[]
  /** The connections that the reader sees, and may give. */
  readonly connections: readonly ConnectionName[]
  readonly mayGiveAll: boolean
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onSubmit: (entry: InviteEntry) => void
}

/** Name, e-mail address, role and connections of a person to be invited; the entry outlives a refusal. */
export function InviteForm(props: Props) {
  const { roles, connections, mayGiveAll, isPending, failure, onSubmit } = props
  const t = useTranslations('people.invite')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>(roles.includes('staff') ? 'staff' : (roles[0] ?? 'viewer'))
  const own = mayGiveAll ? 'all' : connections.map(({ id }) => id)
  const [scope, setScope] = useState(scopeEntry(own))
  const { form, errorOf, ofNoField } = useRefusedFields(failure)

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (isPending) return
    onSubmit({ name, email, role, scope: scopeOf(scope) })
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-4 p-5 sm:p-6">
      <Field
        label={t('name')}
        name="name"
        autoComplete="off"
        required
        data-first-focus
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={errorOf('name')}
      />
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errorOf('email')}
      />
      <RoleSelect
        label={t('role')}
        roles={roles}
        value={role}
        onChange={setRole}
        error={errorOf('role')}
      />
      <ScopeChoice
        legend={t('connections')}
        connections={connections}
        mayGiveAll={mayGiveAll}
        entry={scope}
        onChange={setScope}
        error={errorOf('scope')}
      />
      <FailureAlert failure={ofNoField} />
      <Button type="submit" tone="primary" size="large" busy={isPending} className="w-full">
        {t(isPending ? 'pending' : 'submit')}
      </Button>
    </form>
  )
}
