'use client'

import { afterMount } from '@/components/act/after-mount'

/** Polls a route for its version, from soon after the page can be used; renders nothing. */
export const LivePoller = afterMount(() => import('./live-poll'))
