/** What the server takes, so that nobody types in vain; a test holds both together. */
export const TEXT_LIMITS = {
  reason: 500,
  reference: 60,
  itemDescription: 255,
  note: 2_000,
} as const
