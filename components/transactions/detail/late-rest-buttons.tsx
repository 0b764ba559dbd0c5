'use client'

import { afterMount } from '@/components/act/after-mount'

/** The answers about the rest of a part capture: loaded only by pages that ask. */
export const LateRestButtons = afterMount(() => import('./rest-buttons'))
