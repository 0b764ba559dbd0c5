import type { ReplyPlan } from './reply-plan'

const HTML_PAGE = '<!doctype html><html><body><h1>Service page</h1></body></html>'

/** Makes a reply unreadable while its HTTP framing stays right. */
export function malform(
  reply: ReplyPlan,
  kind: 'json' | 'html' | 'empty' | 'truncated',
): ReplyPlan {
  switch (kind) {
    case 'json':
      return { ...reply, payload: `${reply.payload.slice(0, -1)},,"` }
    case 'html':
      return {
        ...reply,
        payload: HTML_PAGE,
        headers: { ...reply.headers, 'content-type': 'text/html' },
      }
    case 'empty':
      return { ...reply, payload: '' }
    case 'truncated':
      return { ...reply, payload: reply.payload.slice(0, Math.ceil(reply.payload.length / 2)) }
  }
}
