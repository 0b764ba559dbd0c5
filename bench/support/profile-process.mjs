/*
 * Loaded with `--import` into a process that is to be profiled: SIGUSR2 begins, the end of the
 * process writes `<name>-<pid>.cpuprofile` into the folder BENCH_PROFILES.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import path from 'node:path'

const folder = process.env.BENCH_PROFILES
const session = new Session()

if (folder) {
  process.once('SIGUSR2', () => {
    session.connect()
    session.post('Profiler.enable')
    session.post('Profiler.start')
    process.once('exit', () => {
      session.post('Profiler.stop', (error, result) => {
        if (error) return
        mkdirSync(folder, { recursive: true })
        const name = `${path.basename(process.argv[1] ?? 'node')}-${process.pid}.cpuprofile`
        writeFileSync(path.join(folder, name), JSON.stringify(result.profile))
      })
    })
  })
}
