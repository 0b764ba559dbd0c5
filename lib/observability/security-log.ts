import type { Permission, Role } from '@/lib/domain/access/permission'
import { log, type Log } from './log'
import { countSignInFailure, type SignInWay } from './metrics'

/** What an action or a download is, seen from security; each definition names its own. */
export type ActionEventName =
  | 'role_change'
  | 'scope_change'
  | 'invitation'
  | 'link_made'
  | 'own_settings_change'
  | 'password_change'
  | 'disabling'
  | 'enabling'
  | 'browser_sign_out'
  | 'sign_out_everywhere'
  | 'unlock'
  | 'second_factor_start'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'second_factor_reset'
  | 'recovery_codes_made'
  | 'step_up'
  | 'passkey_start'
  | 'passkey_added'
  | 'passkey_renamed'
  | 'passkey_removed'
  | 'passkeys_removed'
  | 'export'
  | 'audit_check'
  | 'connection_added'
  | 'connection_change'
  | 'single_sign_on_change'
  | 'setting_change'

/** Where a request came from, and who made it as far as that is known. */
interface Request {
  /** Ties the line to the answer, the audit trail and other lines. */
  readonly requestId: string
  /** The network address as it is counted: IPv6 by its /64. */
  readonly network: string
  readonly personId?: string
  readonly role?: Role
  readonly sessionId?: string
}

/** A failed sign-in, as far as it is known whose. */
interface Failed {
  readonly way: SignInWay
  /** The hashed key of an account, as failed sign-ins are counted under it: never its e-mail address. */
  readonly account?: string
}

/** `done`, or the code of the reason why not. */
interface Outcome {
  readonly outcome: string
}

export type SecurityEvent = Request &
  (
    | (Outcome & {
        readonly event: ActionEventName
        readonly subjectId?: string
        /** Of a step-up at the identity provider. */
        readonly way?: 'single_sign_on'
      })
    | { readonly event: 'refused'; readonly outcome: string; readonly permission?: Permission }
    | {
        readonly event: 'sign_in'
        /** `code_asked` where a code must follow; `sign_in` is written once more then. */
        readonly outcome: 'done' | 'code_asked'
        readonly way: SignInWay
      }
    | (Outcome & Failed & { readonly event: 'sign_in_failed' })
    | (Failed & {
        readonly event: 'lock'
        readonly outcome: 'done'
        /** What is blocked from now on. */
        readonly scope: string
      })
    | (Outcome & { readonly event: 'link_used' | 'sign_out' })
  )

/**
 * Writes a security event as one line. What changes something is in the audit trail besides. The
 * line holds no names, e-mail addresses or tokens.
 */
export function logSecurityEvent(event: SecurityEvent, to: Log = log()): void {
  if (event.event === 'sign_in_failed') countSignInFailure(event.way)
  to.info(event, 'security event')
}
