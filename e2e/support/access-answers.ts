import type { Person, Target } from './access-world'
import { builtActions } from './server-surface'

/** What an HTTP request was answered, with a target's own words taken out. */
export interface Answer {
  readonly status: number
  /** The words of a page, the body of a read, the result of an action: the same for equal answers. */
  readonly text: string
  /** All that came. */
  readonly body: string
  /** The result's code, or `ok`; `none` where there is no result. */
  readonly code: string
  /** True when the role, or a missing session, is the reason. */
  readonly isForbidden: boolean
}

/** Asks for a page as a browser does, without running it. */
export async function pageAnswer(person: Person, path: string, target: Target): Promise<Answer> {
  const response = await person.http.get(path, { headers: { accept: 'text/html' } })
  const body = await response.text()
  const { location = '' } = response.headers()
  return answer(response.status(), `${location} ${visibleText(body)}`, body, target)
}

/** Asks for a read or a file. */
export async function readAnswer(person: Person, path: string, target: Target): Promise<Answer> {
  const response = await person.http.get(path)
  const body = await response.text()
  return answer(response.status(), body, body, target)
}

/** Calls a server action as a page does. */
export async function actionAnswer(
  person: Person,
  name: string,
  input: unknown,
  target: Target,
): Promise<Answer> {
  const id = builtActions().find((action) => action.name === name)?.id
  if (id === undefined) throw new Error(`there is no action ${name}`)
  const response = await person.http.post('/transactions', {
    headers: { 'next-action': id, accept: 'text/x-component', origin: person.origin },
    data: JSON.stringify([input]),
  })
  const body = await response.text()
  const result = /^\w+:(\{"ok":.*)$/m.exec(body)?.[1] ?? body
  return answer(response.status(), result, body, target)
}

function answer(status: number, text: string, body: string, target: Target): Answer {
  const found = /"code":"(\w+)"/.exec(text)?.[1]
  const code = found ?? (text.includes('"ok":true') ? 'ok' : 'none')
  const isForbidden = ['not_permitted', 'not_signed_in'].includes(code)
  return { status, text: withoutTarget(text, target), body, code, isForbidden }
}

/** The same text for every target, where it only repeats what was asked for. */
function withoutTarget(text: string, target: Target): string {
  const { connectionId, connectionName, paymentId, operationId, unreadId, viewId } = target
  const { personId, sessionId, passkeyId, credentialId } = target
  const things = [connectionId, connectionName, paymentId, operationId, unreadId, viewId]
  const ids = [...things, personId, sessionId, passkeyId, credentialId]
  const { reference, providerId, email, method, word } = target
  // Last what is a part of the others; pages word a method that they do not know with a capital.
  const shown = `${word.charAt(0).toUpperCase()}${word.slice(1)}`
  const texts = [reference, providerId, email, method, shown, word]
  return [...ids, ...texts].reduce((rest, value) => rest.replaceAll(value, '…'), text)
}

/** The words that a page shows. */
function visibleText(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}
