/** How long a session lives. */
export const SESSION_LIFETIME = {
  /** One working day; a person signs in each morning. */
  maxAgeS: 12 * 60 * 60,
} as const
