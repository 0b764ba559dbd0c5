'use client'

import { afterMount } from '@/components/act/after-mount'

/** What announces changes: no part of the page's first load, which is not changed yet. */
export const LateChangeNews = afterMount(() => import('./change-news'))
