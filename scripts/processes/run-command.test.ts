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

  it('keeps a character whole that arrives in two pieces', async () => {
    const script = `
      process.stdout.write(Buffer.from([0xc3]))
      setTimeout(() => process.stdout.write(Buffer.from([0xa5, 0x0a])), 200)`
    const { output } = await runCommand(node, ['-e', script], { timeoutMs: 10_000 })
    expect(output).toBe('å\n')
  })

  it('gives the command the variables it is given and no others', async () => {
    const script = 'console.log(Object.keys(process.env).join())'
    const options = { timeoutMs: 10_000, env: { PAYDESK_ONLY: '1' } }
    expect(await runOrThrow(node, ['-e', script], options)).toBe('PAYDESK_ONLY\n')
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
