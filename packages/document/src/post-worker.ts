import { parentPort } from 'node:worker_threads'
import { DocumentError } from './document-error.ts'
import { type TaskAnswer, type TaskRequest, tasks } from './post-tasks.ts'

/** Entry of the worker thread that `post-renderer.ts` starts. One task at a time. */
function answer({ task, text }: TaskRequest): TaskAnswer {
  try {
    return { kind: 'done', result: tasks[task](text) }
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'failed', code: error.code, message: error.message }
    // marked recurses on what our bounds let through: the stack is a cost like time.
    if (error instanceof RangeError) return { kind: 'failed', code: 'markdown-too-costly', message: error.message }
    throw error
  }
}

function send(message: TaskAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  parentPort?.postMessage(message)
}

parentPort?.on('message', (request: TaskRequest) => send(answer(request)))
send({ kind: 'ready' })
