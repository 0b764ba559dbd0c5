'use client'

import { afterMount } from '@/components/act/after-mount'

/** Changing tags is no part of a payment's first load. */
export const LateTagForm = afterMount(() => import('./tag-form'))
export const LateUntag = afterMount(() => import('./untag'))
