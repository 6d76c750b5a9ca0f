import { Worker } from 'node:worker_threads'
import { DocumentError, type DocumentErrorCode } from './document-error.ts'
import type { PostAnswer } from './post-worker.ts'

/** Renders Markdown in worker threads, under a deadline. Node only. */
export interface PostRenderer {
  /** A forum post as safe HTML. @throws {DocumentError} markdown-too-costly, document-too-deep, document-too-large */
  render(markdown: string): Promise<string>
  /** Ends the workers; what is still waiting is rejected. */
  close(): Promise<void>
}

export interface PostRendererOptions {
  /** Longest time for one post, in milliseconds of the worker at work. Default 250. */
  deadlineMs?: number
  /** Worker threads. Default 1. */
  workers?: number
}

interface Job {
  markdown: string
  deadlineMs: number
  resolve(html: string): void
  reject(error: Error): void
}

const RESTART_MS = 1000
/** A job may take this many times its deadline by the clock on the wall, when others have the processor. */
const PATIENCE = 10
const CODES: readonly string[] = [
  'document-too-deep',
  'document-too-large',
  'markdown-too-costly',
] satisfies DocumentErrorCode[]

function errorOf(code: string, message: string): Error {
  return CODES.includes(code) ? new DocumentError(code as DocumentErrorCode, message) : new Error(message)
}

/** One thread and the job in it. Replaces its worker when a job outlives its deadline or kills it. */
class Lane {
  readonly #next: () => Job | undefined
  #worker: Worker
  #ready = false
  #closed = false
  #job: Job | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(next: () => Job | undefined) {
    this.#next = next
    this.#worker = this.#start()
  }

  /** Takes the next job if the lane is free. */
  poke(): void {
    if (!this.#ready || this.#job || this.#closed) return
    const job = this.#next()
    if (!job) return this.#worker.unref()
    this.#job = job
    this.#worker.ref()
    // The clock starts with the work: waiting in the queue or for a new thread is not this job's cost.
    this.#watch(job, this.#worker.cpuUsage(), job.deadlineMs, job.deadlineMs)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    this.#worker.postMessage(job.markdown)
  }

  /** Counts the thread's own work: on a busy machine a short text is not costly for having waited for its turn. */
  #watch(job: Job, atStart: Promise<NodeJS.CpuUsage>, wait: number, waited: number): void {
    const worker = this.#worker
    const check = async () => {
      const { user, system } = await worker.cpuUsage(await atStart)
      if (this.#job !== job || this.#worker !== worker) return
      const left = job.deadlineMs - Math.ceil((user + system) / 1000)
      if (left <= 0 || waited >= PATIENCE * job.deadlineMs)
        return this.#replace(new DocumentError('markdown-too-costly'))
      this.#watch(job, atStart, Math.max(left, 10), waited + Math.max(left, 10))
    }
    // A thread that died meanwhile has told so itself.
    atStart.catch(() => {})
    this.#timer = setTimeout(() => void check().catch(() => {}), wait)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#finish()?.reject(new Error('renderer closed'))
    await this.#worker.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./post-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const isCurrent = () => worker === this.#worker && !this.#closed
    worker.on('message', (answer: PostAnswer) => {
      if (isCurrent()) this.#onAnswer(answer)
    })
    // An error ends the thread. Out of memory is a cost like time; a bug must not be hidden as one.
    worker.on('error', (error: Error & { code?: string }) => {
      if (!isCurrent()) return
      if (!this.#ready) return this.#restartLater(error)
      const costly = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      void this.#replace(costly ? new DocumentError('markdown-too-costly') : error)
    })
    this.#ready = false
    return worker
  }

  #onAnswer(answer: PostAnswer): void {
    if (answer.kind === 'ready') this.#ready = true
    const job = this.#finish()
    if (answer.kind === 'done') job?.resolve(answer.html)
    if (answer.kind === 'failed') job?.reject(errorOf(answer.code, answer.message))
    this.poke()
  }

  #finish(): Job | undefined {
    clearTimeout(this.#timer)
    const job = this.#job
    this.#job = undefined
    return job
  }

  /** A thread that does not even start must not be started in a loop. One waiting job learns why. */
  #restartLater(error: Error): void {
    this.#next()?.reject(error)
    const again = () => {
      if (!this.#closed) this.#worker = this.#start()
    }
    setTimeout(again, RESTART_MS).unref()
  }

  async #replace(error: Error): Promise<void> {
    const old = this.#worker
    const job = this.#finish()
    this.#worker = this.#start()
    job?.reject(error)
    await old.terminate()
  }
}

/**
 * A small pool of workers for Markdown. A job over its deadline is rejected with `markdown-too-costly` and its thread
 * is replaced; the jobs behind it wait for the new thread and lose nothing of their own time.
 */
export function createPostRenderer(options: PostRendererOptions = {}): PostRenderer {
  const { deadlineMs = 250, workers = 1 } = options
  const queue: Job[] = []
  const lanes = Array.from({ length: workers }, () => new Lane(() => queue.shift()))
  let closed = false

  return {
    render: (markdown) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Error('renderer closed')
        queue.push({ markdown, deadlineMs, resolve, reject })
        for (const lane of lanes) lane.poke()
      }),
    close: async () => {
      closed = true
      for (const job of queue.splice(0)) job.reject(new Error('renderer closed'))
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}
