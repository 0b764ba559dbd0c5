'use client'

import { useSyncExternalStore } from 'react'

/** False while the browser says that it is offline. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, read, () => true)
}

function read(): boolean {
  return navigator.onLine
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
