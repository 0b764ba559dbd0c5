'use client'

import { createContext, use, type ReactNode } from 'react'
import { isPermitted, type Permission, type Role } from '@/lib/domain/access/permission'
import { describeNotPermitted } from '@/lib/i18n/describe-not-permitted'
import { useI18n } from '@/lib/i18n/use-i18n'

const RoleContext = createContext<Role | null>(null)
const PersonContext = createContext('')

interface Props {
  readonly role: Role
  readonly personId: string
  readonly children: ReactNode
}

/** Provides the reader's role and id to the parts within. */
export function RoleProvider({ role, personId, children }: Props) {
  return (
    <RoleContext value={role}>
      <PersonContext value={personId}>{children}</PersonContext>
    </RoleContext>
  )
}

/** The reader's id, under which this tab keeps what they type. */
export function usePersonId(): string {
  return use(PersonContext)
}

/** The reason that the reader's role may not do something, and whom to ask; null where it may. */
export function useDenial(permission: Permission): string | null {
  const role = use(RoleContext)
  const i18n = useI18n()
  if (role === null) throw new Error('useWhyNot needs a RoleProvider')
  return isPermitted(role, permission) ? null : describeNotPermitted(role, permission, i18n)
}
