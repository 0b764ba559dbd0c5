import { writeFileSync } from 'node:fs'
import { capabilityPage } from './capability-page'
import { inProject } from './project'

writeFileSync(inProject('docs', 'capabilities.md'), capabilityPage())
