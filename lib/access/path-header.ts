/**
 * Request header in which `lib/edge` gives pages their own path; a browser's own is overwritten.
 */
export const PATH_HEADER = 'x-paydesk-path'
