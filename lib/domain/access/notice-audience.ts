import { NOTICE_KINDS, type NoticeChoice, type NoticeKind } from '@/lib/domain/notice/notice'
import { isPermitted, ROLES, type Permission, type Role } from './permission'

/** Whoever lacks it is never told of a kind: its payments are there to see, its decisions are not. */
const NEEDED: Readonly<Record<NoticeKind, Permission>> = {
  expiring_today: 'view_transactions',
  unknown_long: 'view_transactions',
  review_waiting: 'decide_review',
  batch_ended: 'view_transactions',
  refund_failed: 'view_transactions',
}

/** Whoever holds it has something to do about a kind, and is told in the bell unless they chose else. */
const ACTING: Readonly<Record<NoticeKind, Permission>> = {
  expiring_today: 'operate:capture',
  unknown_long: 'check_operation',
  review_waiting: 'decide_review',
  batch_ended: 'view_transactions',
  refund_failed: 'operate:refund',
}

/** The kinds of which a role may be told, in their order on the screen. */
export function noticeKindsFor(role: Role): readonly NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => isPermitted(role, NEEDED[kind]))
}

/** What holds for a person who has chosen nothing: mails are a choice of one's own. */
export function usualChoice(role: Role, kind: NoticeKind): NoticeChoice {
  return { bell: isPermitted(role, ACTING[kind]), mail: false }
}

/** The roles that may be told of a kind. */
export function rolesReached(kind: NoticeKind): readonly Role[] {
  return ROLES.filter((role) => noticeKindsFor(role).includes(kind))
}
