import { setNonce } from 'get-nonce'

// A dialog writes a style element that keeps the page behind it from scrolling. It needs the nonce
// of the page that the browser loaded, also after navigation to other pages.
if (typeof document !== 'undefined') {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  if (nonce) setNonce(nonce)
}
