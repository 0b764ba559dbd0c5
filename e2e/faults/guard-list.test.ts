import { expect, it } from 'vitest'
import { GUARDS } from './guard-list'
import { buildWorker } from './world/build-worker'

it.each(GUARDS)(
  'campaign guards: the application can be built for $title',
  async ({ name, changes }) => {
    await expect(buildWorker(`test-${name}`, changes)).resolves.toContain(name)
  },
)
