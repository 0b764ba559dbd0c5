import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canReach, findUser } from './database-user'

describe('findUser', () => {
  const passwd = [
    'root:x:0:0:root:/root:/bin/bash',
    'postgres:x:101:104::/var/lib/postgresql:/bin/bash',
    'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false',
  ].join('\n')

  it('reads the ids', () => {
    expect(findUser(passwd, 'postgres')).toEqual({ uid: 101, gid: 104 })
  })

  it('reads ids that some systems write as negative numbers', () => {
    expect(findUser(passwd, 'nobody')).toEqual({ uid: 2 ** 32 - 2, gid: 2 ** 32 - 2 })
  })

  it('finds no user who is not there', () => {
    expect(findUser(passwd, 'post')).toBeUndefined()
  })
})

describe('canReach', () => {
  const stranger = { uid: 4_242, gid: 4_242 }
  let home: string
  let program: string

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'paydesk-reach-'))
    chmodSync(home, 0o755)
    mkdirSync(path.join(home, 'bin'))
    program = path.join(home, 'bin', 'postgres')
    writeFileSync(program, '', { mode: 0o755 })
  })
  afterEach(() => rmSync(home, { recursive: true }))

  it('is true when every folder lets others pass', () => {
    expect(canReach(program, stranger)).toBe(true)
  })

  it('is false below a private home', () => {
    chmodSync(home, 0o700)
    expect(canReach(program, stranger)).toBe(false)
  })

  it('is false for a program that others may not execute', () => {
    chmodSync(program, 0o744)
    expect(canReach(program, stranger)).toBe(false)
  })
})
