/**
 * Request header of what an open page reads anew by itself. It does not prolong the session: else a
 * screen that no one looks at would stay signed in.
 */
export const UNATTENDED_HEADER = 'x-paydesk-unattended'
