import { expect, it } from 'vitest'
import { buildWorker } from './build-worker'
import { GUARDS } from './guard-list'

it.each(GUARDS)(
  'the application can be built without a guard: $title',
  async ({ name, changes }) => {
    await expect(buildWorker(`test-${name}`, changes)).resolves.toContain(name)
  },
)
