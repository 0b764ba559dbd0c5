import { expect, it } from 'vitest'
import { GUARDS } from './guard-list'
import { buildWorker } from './world/build-worker'

it.each(GUARDS)(
  'the application can be built without a guard: $title',
  async ({ name, changes }) => {
    await expect(buildWorker(`test-${name}`, changes)).resolves.toContain(name)
  },
)
