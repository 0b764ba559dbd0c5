'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SelectField } from '@/components/ui/select-field'
import type { Role } from '@/lib/domain/access/permission'

interface Props {
  readonly label: string
  readonly roles: readonly Role[]
  readonly value: Role
  readonly onChange: (role: Role) => void
  readonly error?: ReactNode
}

/** A role to pick, with what it may do. */
export function RoleSelect({ label, roles, value, onChange, error }: Props) {
  const t = useTranslations('people.roles')
  const name = useTranslations('roles')
  return (
    <div className="grid gap-1.5">
      <SelectField
        label={label}
        name="role"
        value={value}
        error={error}
        onChange={(event) => {
          const chosen = roles.find((role) => role === event.target.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {name(role)}
          </option>
        ))}
      </SelectField>
      <p role="status" className="text-ink-soft text-sm text-pretty">
        {t(value)}
      </p>
    </div>
  )
}
