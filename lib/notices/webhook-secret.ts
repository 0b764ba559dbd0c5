import type { KeyRing } from '@/lib/config/key-ring'
import { openSecret, sealSecret } from '@/lib/config/secret-box'
import type { NoticeWebhook } from '@/lib/domain/notice/notice'
import type { Result } from '@/lib/domain/operation/result'

/** What the address of the webhook is sealed with as its context. */
export const NOTICE_WEBHOOK_CONTEXT = 'notice webhook'

/** Seals the address of the webhook: whoever has it may write where it leads. */
export function sealWebhookUrl(url: string, keys: KeyRing<Uint8Array>): string {
  return sealSecret(url, keys, NOTICE_WEBHOOK_CONTEXT)
}

/** The address of the webhook; fails as `openSecret`. */
export function openWebhookUrl(
  { sealedSecret }: NoticeWebhook,
  keys: KeyRing<Uint8Array>,
): Result<string> {
  return openSecret(sealedSecret, keys, NOTICE_WEBHOOK_CONTEXT)
}
