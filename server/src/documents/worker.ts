import { parentPort } from 'node:worker_threads'
import { type JobName, jobs } from './jobs.ts'

/** The thread in which documents are read, made and rendered: what a hostile text costs, it costs here. */
export interface Request {
  name: JobName
  input: never
}
export type Reply = { ready: true } | { result: unknown } | { code: string; message: string }

const port = parentPort
if (!port) throw new Error('this module is a thread')
port.on('message', ({ name, input }: Request) => void run(name, input).then((reply) => port.postMessage(reply)))
port.postMessage({ ready: true } satisfies Reply)

async function run(name: JobName, input: never): Promise<Reply> {
  try {
    return { result: await jobs[name](input) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed'
    return { code, message: error instanceof Error ? error.message : String(error) }
  }
}
