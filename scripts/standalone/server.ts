import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inProject, projectFolder } from '../project'

/**
 * Starts the server of a standalone build: `node server.js`. Its configuration is the one that it was
 * built with, since `next.config.mjs` needs packages that are not there.
 */
process.chdir(projectFolder)
const file = readFileSync(inProject('.next', 'required-server-files.json'), 'utf8')
const { config } = z.object({ config: z.unknown() }).parse(JSON.parse(file))
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
await import('../start')
