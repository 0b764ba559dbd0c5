/** What people are told about without looking for it. Stored codes. */
export const NOTICE_KINDS = [
  'expiring_today',
  'unknown_long',
  'review_waiting',
  'batch_ended',
  'refund_failed',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** How a kind of notice reaches a person; neither way is a choice, too. */
export interface NoticeChoice {
  readonly bell: boolean
  readonly mail: boolean
}

/** What a webhook sends: our own JSON, or the one that Slack shows as a message. */
export const WEBHOOK_SHAPES = ['plain', 'slack'] as const
export type WebhookShape = (typeof WEBHOOK_SHAPES)[number]

/** Where the organization has notices sent. */
export interface NoticeWebhook {
  /** The address, which is a secret: whoever has it may write there. */
  readonly sealedSecret: string
  /** The host of the address, for people to tell it by. */
  readonly host: string
  readonly shape: WebhookShape
  readonly kinds: readonly NoticeKind[]
}

/** Why a notice could not be sent. Stored codes. */
export const SEND_PROBLEMS = [
  'no_response',
  'refused',
  'redirect',
  'forbidden_address',
  'no_receiver',
  'unreadable_address',
] as const
export type SendProblem = (typeof SEND_PROBLEMS)[number]
