'use client'

import { afterMount } from '@/components/act/after-mount'

/** The button that reads a payment again: loaded only by pages that show one. */
export const LateReadAgain = afterMount(() => import('./read-again'))
