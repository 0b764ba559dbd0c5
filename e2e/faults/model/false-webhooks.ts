import { SHORT_LIMITS } from './limits'

/** The order reference in webhooks that nobody may believe. */
export const FORGED_REFERENCE = 'forged'

/** Blanks that make any webhook larger than is taken. */
export const TOO_MANY_BYTES = SHORT_LIMITS.webhook.bodyBytes + 1
