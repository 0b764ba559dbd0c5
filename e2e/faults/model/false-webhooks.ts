import { SHORT_LIMITS } from './limits'

/** The order reference in webhooks that must be refused. */
export const FORGED_REFERENCE = 'forged'

/** Number of blanks that makes any webhook larger than the limit. */
export const TOO_MANY_BYTES = SHORT_LIMITS.webhook.bodyBytes + 1
