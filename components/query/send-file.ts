/** Reading ten thousand rows takes some seconds, and a slow network as long again. */
const SEND_TIMEOUT_MS = 60_000

/** Sends a file to a route of our own. Throws when there is no usable response in time. */
export async function sendFile(path: string, file: File): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'text/csv' },
    body: file,
    signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    cache: 'no-store',
  })
  return response.json()
}
