import { parentPort } from 'node:worker_threads'
import { DocumentError } from './document-error.ts'
import { renderPost } from './post.ts'

/** The worker's messages: ready for a post, or the answer to one. */
export type PostAnswer =
  | { kind: 'ready' }
  | { kind: 'done'; html: string }
  | { kind: 'failed'; code: string; message: string }

/** Entry of the worker thread that `post-renderer.ts` starts. One post at a time. */
function answer(markdown: string): PostAnswer {
  try {
    return { kind: 'done', html: renderPost(markdown) }
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'failed', code: error.code, message: error.message }
    // marked recurses on what our bounds let through: the stack is a cost like time.
    if (error instanceof RangeError) return { kind: 'failed', code: 'markdown-too-costly', message: error.message }
    throw error
  }
}

function send(message: PostAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  parentPort?.postMessage(message)
}

parentPort?.on('message', (markdown: string) => send(answer(markdown)))
send({ kind: 'ready' })
