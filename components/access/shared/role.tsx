'use client'

import { createContext, use, type ReactNode } from 'react'
import { isPermitted, type Permission, type Role } from '@/lib/domain/access/permission'
import { describeNotPermitted } from '@/lib/i18n/describe-not-permitted'
import { useI18n } from '@/lib/i18n/use-i18n'

const RoleContext = createContext<Role | null>(null)

interface Props {
  readonly role: Role
  readonly children: ReactNode
}

/** Provides the reader's role to the parts within. */
export function RoleProvider({ role, children }: Props) {
  return <RoleContext value={role}>{children}</RoleContext>
}

/** The reason that the reader's role may not do something, and whom to ask; null where it may. */
export function useDenial(permission: Permission): string | null {
  const role = use(RoleContext)
  const i18n = useI18n()
  if (role === null) throw new Error('useWhyNot needs a RoleProvider')
  return isPermitted(role, permission) ? null : describeNotPermitted(role, permission, i18n)
}
