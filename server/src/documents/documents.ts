import { Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import type { JobName, Jobs } from './jobs.ts'
import type { Reply } from './worker.ts'

/** Documents of pages, in threads of their own and with a deadline: hostile input costs its sender, nobody else. */
export interface Documents {
  /**
   * Does one piece of work.
   * @param budgetMs processor time that it may take: on a machine that is busy an honest text is not refused for being slow
   * @throws Problem too-large, text-too-costly
   */
  run<N extends JobName>(
    name: N,
    input: Parameters<Jobs[N]>[0],
    budgetMs?: number,
  ): Promise<Awaited<ReturnType<Jobs[N]>>>
  close(): Promise<void>
}

interface Task {
  name: JobName
  input: unknown
  budgetMs: number
  resolve(result: unknown): void
  reject(error: Error): void
}

const THREADS = 2
const BUDGET_MS = 1_000
/** Times the budget that a piece of work may take by the clock. */
const PATIENCE = 10
const WORKER = new URL('./worker.ts', import.meta.url)

/** Starts no thread before there is work. */
export function openDocuments(): Documents {
  const waiting: Task[] = []
  const threads = new Set<Thread>()
  let closed = false

  const next = (): void => {
    if (waiting.length === 0 || closed) return
    const idle = [...threads].find((thread) => thread.idle)
    const task = idle && waiting.shift()
    if (task) idle.take(task)
    else if (threads.size < THREADS) {
      const thread = new Thread((error) => {
        threads.delete(thread)
        // A thread that cannot even start would be started for ever.
        if (error) for (const task of waiting.splice(0)) task.reject(error)
        next()
      }, next)
      threads.add(thread)
    }
  }
  return {
    run(name, input, budgetMs = BUDGET_MS) {
      return new Promise((resolve, reject) => {
        waiting.push({ name, input, budgetMs, resolve, reject })
        next()
      })
    },
    async close() {
      closed = true
      await Promise.all([...threads].map((thread) => thread.end()))
    },
  }
}

/** One thread, with at most one piece of work at a time. It keeps the process alive only while it works. */
class Thread {
  readonly #worker = new Worker(WORKER)
  #state: 'starting' | 'running' | 'ending' = 'starting'
  #task: Task | undefined
  #timer: NodeJS.Timeout | undefined
  readonly #free: () => void

  /**
   * @param gone called once the thread has ended; with an error if it never was ready
   * @param free called whenever it can take something up
   */
  constructor(gone: (error: Error | undefined) => void, free: () => void) {
    this.#free = free
    let failure: Error | undefined
    this.#worker.on('message', (reply: Reply) => this.#hear(reply))
    this.#worker.on('error', (error: Error) => (failure = error))
    this.#worker.on('exit', () => {
      clearTimeout(this.#timer)
      this.#task?.reject(new Problem('text-too-costly', { cause: failure }))
      this.#task = undefined
      gone(this.#state === 'starting' ? (failure ?? new Error('a document thread did not start')) : undefined)
    })
  }

  get idle(): boolean {
    return this.#state === 'running' && this.#task === undefined
  }

  take(task: Task): void {
    this.#task = task
    this.#worker.ref()
    const started = this.#worker.cpuUsage()
    started.catch(() => {})
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage({ name: task.name, input: task.input })
    this.#watch(task, started, task.budgetMs, task.budgetMs * PATIENCE)
  }

  /** The thread cannot be interrupted but as a whole; the next piece of work gets a new one. */
  #watch(task: Task, started: Promise<NodeJS.CpuUsage>, waitMs: number, patienceMs: number): void {
    this.#timer = setTimeout(() => {
      void this.#spent(started).then((spent) => {
        if (this.#task !== task) return
        const left = Math.min(task.budgetMs - spent, patienceMs - waitMs)
        if (left <= 0) void this.end()
        else this.#watch(task, started, Math.max(left, 10), patienceMs - waitMs)
      })
    }, waitMs)
  }

  /** Processor time since `started`, ms; without end when the thread is no more. */
  async #spent(started: Promise<NodeJS.CpuUsage>): Promise<number> {
    try {
      const [from, to] = await Promise.all([started, this.#worker.cpuUsage()])
      return (to.user + to.system - from.user - from.system) / 1_000
    } catch {
      return Number.POSITIVE_INFINITY
    }
  }

  async end(): Promise<void> {
    this.#state = 'ending'
    await this.#worker.terminate()
  }

  #hear(reply: Reply): void {
    if ('ready' in reply) this.#state = 'running'
    else this.#settle(reply)
    this.#worker.unref()
    this.#free()
  }

  #settle(reply: Exclude<Reply, { ready: true }>): void {
    clearTimeout(this.#timer)
    const task = this.#task
    this.#task = undefined
    if ('result' in reply) task?.resolve(reply.result)
    else task?.reject(problemOf(reply))
  }
}

function problemOf({ code, message }: { code: string; message: string }): Error {
  if (code === 'export-unavailable' || code === 'docx-unreadable') return new Problem(code)
  if (code === 'document-too-large') return new Problem('too-large')
  if (code === 'document-too-deep' || code === 'markdown-too-costly') return new Problem('text-too-costly')
  return new Error(`a document could not be handled: ${message}`)
}
