import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdirSync } from 'node:fs'
import type { Actor } from '@/lib/domain/access/actor'
import { forgetGroup, rememberGroup } from '@/scripts/processes/groups'
import { inProject, projectFolder } from '@/scripts/project'
import type { RowRuns } from '../model/row-runs'
import type { ImportEnd, OperationRequest, Order, Report, Reply } from '../model/messages'

/** More than all limits inside a request add up to. */
const REPLY_LIMIT_MS = 60_000
const READY_LIMIT_MS = 60_000
/** Enough for a few hundred payments on a busy machine. */
const IMPORT_LIMIT_MS = 300_000

/** The process of an application instance. SIGKILL ends it as a power cut would. */
export class WorkerProcess {
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  #child: ChildProcess
  #lastId = 0
  #waiting = new Map<number, (reply: Reply) => void>()
  #importing = new Map<number, (end: ImportEnd) => void>()
  #checking = new Map<number, (waitMs: number | null) => void>()
  #batching = new Map<number, (problem: string | null) => void>()
  #isOver = false
  #webhookPort = 0
  #isKilled = false

  constructor(
    file: string,
    environment: Readonly<Record<string, string>>,
    private readonly rows: RowRuns,
  ) {
    this.#child = spawn(process.execPath, [file], {
      cwd: projectFolder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: true,
    })
    const { pid } = this.#child
    if (pid === undefined) throw new Error('an instance cannot be started')
    rememberGroup(pid)
    keepErrors(this.#child)
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', () => {
        forgetGroup(pid)
        this.#isOver = true
        for (const resolveWith of this.#waiting.values()) resolveWith({ kind: 'nothing' })
        this.#waiting.clear()
        for (const resolveWith of this.#importing.values())
          resolveWith(failedImport('the instance died'))
        this.#importing.clear()
        for (const resolveWith of this.#checking.values()) resolveWith(null)
        this.#checking.clear()
        for (const resolveWith of this.#batching.values()) resolveWith('the instance died')
        this.#batching.clear()
        this.rows.endAll(this)
        resolve()
      })
    })
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error('an instance was not ready in time'))
      }, READY_LIMIT_MS)
      this.#child.on('message', (report: Report) => {
        if (report.type === 'ready') {
          clearTimeout(timer)
          this.#webhookPort = report.webhookPort
          resolve()
        } else if (report.type === 'reply') {
          this.#waiting.get(report.id)?.(report.reply)
        } else if (report.type === 'checked') {
          this.#checking.get(report.id)?.(report.waitMs)
        } else if (report.type === 'batch') {
          this.#batching.get(report.id)?.(report.problem)
        } else if (report.type === 'row') {
          if (report.isOver) this.rows.end(report.operationId, this)
          else this.rows.begin(report.operationId, this, Date.now())
        } else {
          this.#importing.get(report.id)?.(report.end)
        }
      })
      void this.ended.then(() => {
        clearTimeout(timer)
        reject(new Error('an instance ended before it was ready'))
      })
    })
    this.ready.catch(() => undefined)
  }

  /** Sends an actor's request. Resolves with `nothing` when the instance dies before it replies. */
  request(request: OperationRequest, actor: Actor, requestId: string): Promise<Reply> {
    if (this.#isOver) return Promise.resolve({ kind: 'nothing' })
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id)
        reject(new Error(`an instance did not answer within ${REPLY_LIMIT_MS / 1000} s`))
      }, REPLY_LIMIT_MS)
      this.#waiting.set(id, (reply) => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(reply)
      })
      this.order({ type: 'request', id, request, actor, requestId })
    })
  }

  /** Imports all payments of a connection, or only these. */
  import(connectionId: string, references: readonly string[] | null): Promise<ImportEnd> {
    if (this.#isOver) return Promise.resolve(failedImport('the instance died'))
    const id = (this.#lastId += 1)
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => resolve(failedImport('the import took too long')),
        IMPORT_LIMIT_MS,
      )
      this.#importing.set(id, (end) => {
        clearTimeout(timer)
        this.#importing.delete(id)
        resolve(end)
      })
      this.order({ type: 'import', id, connectionId, references })
    })
  }

  /** Checks an operation now; returns the time that a check has to wait, or null. */
  check(operationId: string): Promise<number | null> {
    if (this.#isOver) return Promise.resolve(null)
    const id = (this.#lastId += 1)
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), REPLY_LIMIT_MS)
      this.#checking.set(id, (waitMs) => {
        clearTimeout(timer)
        this.#checking.delete(id)
        resolve(waitMs)
      })
      this.order({ type: 'check', id, operationId })
    })
  }

  /** Takes a step of a batch of captures; returns the reason why it was not done, or null. */
  batch(
    step: 'rehearse' | 'start',
    batch: { readonly batchId: string; readonly transactionIds: readonly string[] },
    actor: Actor,
  ): Promise<string | null> {
    if (this.#isOver) return Promise.resolve('the instance died')
    const id = (this.#lastId += 1)
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('the batch took too long'), REPLY_LIMIT_MS)
      this.#batching.set(id, (problem) => {
        clearTimeout(timer)
        this.#batching.delete(id)
        resolve(problem)
      })
      this.order({ type: 'batch', id, step, actor, ...batch })
    })
  }

  /** Port of its webhook server, once it is ready. */
  get webhookPort(): number {
    return this.#webhookPort
  }

  order(order: Order): void {
    if (!this.#isOver) this.#child.send(order, () => undefined)
  }

  /** Resolves when the process ends without having been killed. */
  get diedByItself(): Promise<void> {
    return this.ended.then(() => (this.#isKilled ? new Promise(() => undefined) : undefined))
  }

  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    if (signal === 'SIGKILL') this.#isKilled = true
    if (!this.#isOver) this.#child.kill(signal)
  }
}

function failedImport(problem: string): ImportEnd {
  return { problem, unread: [] }
}

function keepErrors(child: ChildProcess): void {
  const folder = inProject('.cache', 'faults')
  mkdirSync(folder, { recursive: true })
  child.stderr?.on('data', (chunk: Buffer) => {
    appendFileSync(`${folder}/instances-${process.pid}.log`, chunk)
  })
}
