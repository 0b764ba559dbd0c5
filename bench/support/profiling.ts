import { pathToFileURL } from 'node:url'
import type { Child } from '@/scripts/processes/child'
import { inProject } from '@/scripts/project'

/** Environment variables for a process that can be profiled; see `profile-process.mjs`. */
export function profilingVariables(folder: string): Record<string, string> {
  const script = pathToFileURL(inProject('bench', 'support', 'profile-process.mjs')).href
  return { NODE_OPTIONS: `--import ${script}`, BENCH_PROFILES: folder }
}

/** Begins the profiles; they are written when the processes are stopped. */
export function beginProfiles(children: readonly Child[]): void {
  for (const child of children) process.kill(child.pid, 'SIGUSR2')
}
