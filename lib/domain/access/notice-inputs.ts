import type { NoticeChoice, NoticeKind, WebhookShape } from '@/lib/domain/notice/notice'

export interface ReadNoticesInput {
  /** The line as the list names it; null for all. */
  readonly line: string | null
}

export interface NoticeChoiceInput extends NoticeChoice {
  readonly kind: NoticeKind
}

export interface NoticeWebhookInput {
  /** As it was typed; an empty one keeps the address that is there. */
  readonly url: string
  readonly shape: WebhookShape
  /** None takes the webhook away. */
  readonly kinds: readonly NoticeKind[]
  /** When the setting that the person saw was last changed (ISO 8601); null when it never was. */
  readonly seenAt: string | null
}
