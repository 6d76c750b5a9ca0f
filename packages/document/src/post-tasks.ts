import { parsePage } from './page.ts'
import { renderPost } from './post.ts'

/** What the worker can do: each task takes a text and answers with what `postMessage` can carry. */
export const tasks = {
  post: (markdown: string): string => renderPost(markdown),
  page: (markdown: string) => {
    const { title, meta, doc } = parsePage(markdown)
    return { title, meta: { ...meta }, doc: doc.toJSON() as unknown }
  },
}

export type TaskName = keyof typeof tasks
export type TaskResult<Name extends TaskName> = ReturnType<(typeof tasks)[Name]>

/** One task for the worker. */
export interface TaskRequest {
  task: TaskName
  text: string
}

/** The worker's messages: ready for a task, or the answer to one. */
export type TaskAnswer =
  | { kind: 'ready' }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; code: string; message: string }
