import type { z } from 'zod'
import type { mintSchema } from '@/sandbox/dintero/control/mint-schema'
import type { SandboxControl } from './sandbox-control'

type Wish = Omit<z.input<typeof mintSchema>, 'count' | 'reference'>

/** The payments that the browser stories work on, each used by one story. */
const STORY_PAYMENTS = {
  'capture-all': { amount: 124900 },
  'capture-refused': { behaviour: 'refuse-capture' },
  'capture-lost': {},
  'capture-twice': {},
  'accessible-light': {},
  'accessible-dark': {},
} as const satisfies Readonly<Record<string, Wish>>

export type StoryPayment = keyof typeof STORY_PAYMENTS

/** The order reference by which people find a story's payment. */
export function orderReferenceOf(name: StoryPayment): string {
  return `STORY-${name.toUpperCase()}`
}

/** Makes all payments of the stories in the sandbox; returns the provider's ids by name. */
export async function mintStoryPayments(control: SandboxControl): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const [name, wish] of Object.entries(STORY_PAYMENTS)) {
    const reference = orderReferenceOf(name as StoryPayment)
    ids[name] = (await control.mint({ ...wish, reference })).id
  }
  return ids
}
