'use client'

import { createElement, lazy, Suspense, useEffect, useState, type ComponentType } from 'react'

/** A component that comes soon after the page can be used, and is no part of its first load. */
export function afterMount<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
) {
  const Late: ComponentType<P> = lazy(load)
  return function AfterMount(props: P) {
    const [isMounted, setMounted] = useState(false)
    useEffect(() => {
      const timer = setTimeout(() => setMounted(true))
      return () => clearTimeout(timer)
    }, [])
    return isMounted && <Suspense>{createElement(Late, props)}</Suspense>
  }
}
