import { describe, expect, it } from 'vitest'
import { runCommand, runOrThrow } from './run-command'

const node = process.execPath

describe('runCommand', () => {
  it('collects the output and the exit code', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
    const result = await runCommand(node, ['-e', script], { timeoutMs: 10_000 })
    expect(result).toMatchObject({ code: 3, timedOut: false })
    expect(result.output).toContain('out')
    expect(result.output).toContain('err')
  })

  it('kills the command and its children at the time limit', async () => {
    const forever = 'setInterval(() => undefined, 1000)'
    const script = `require("child_process").spawn(process.execPath, ["-e", "${forever}"], { stdio: "inherit" }); ${forever}`
    const result = await runCommand(node, ['-e', script], { timeoutMs: 500 })
    expect(result).toMatchObject({ code: null, timedOut: true })
  })

  it('refuses a command that does not exist', async () => {
    await expect(runCommand('/no/such/program', [], { timeoutMs: 1_000 })).rejects.toThrow(
      '/no/such/program cannot be started',
    )
  })
})

describe('runOrThrow', () => {
  it('says why a command failed', async () => {
    const script = 'console.error("the disk is full"); process.exitCode = 1'
    await expect(runOrThrow(node, ['-e', script], { timeoutMs: 10_000 })).rejects.toThrow(
      /failed with exit code 1\nthe disk is full/,
    )
  })
})
