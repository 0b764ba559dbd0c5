import { useTranslations } from 'next-intl'
import type { Permission, Role } from '@/lib/domain/permission'
import type { Failure } from '@/lib/domain/result'
import { rolesText } from '@/lib/format/roles'
import { useWording } from './use-wording'

/** Words for why something was not done, in the reader's language. */
export function useFailureWords(): (failure: Failure) => string {
  const { t, formats } = useWording('failures')
  const role = useTranslations('roles')
  return ({ code, message, values }) => {
    if (code === 'not_permitted' && values !== undefined) {
      const { role: own, permission } = values as { role: Role; permission: Permission }
      return t(`notPermitted.${permission}`, {
        role: role(own),
        roles: rolesText(permission, role, formats),
      })
    }
    const key = code as 'unworded'
    return t.has(key) ? t(key, { code, ...values }) : (message ?? t('unworded', { code }))
  }
}
